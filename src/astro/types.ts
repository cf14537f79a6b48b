// The parts of Astro's types that the integration uses, so that it does not depend on Astro.

/** Astro's logger. */
export interface Logger {
  error: (message: string) => void;
  info: (message: string) => void;
  warn: (message: string) => void;
}

/** What processes Markdown: `satteri()` or `unified()`. */
export interface Processor {
  name: string;
  /** Integrations change it in place; Astro takes it into the key of its cache. */
  options: object;
}

/** What is in Astro's configuration. */
export interface Config {
  cacheDir: URL;
  /** Astro has no processor before 7. */
  markdown: { processor?: Processor };
  root: URL;
}

/** The integration, as Astro takes it. */
export interface ContactLinksIntegration {
  name: string;
  hooks: {
    'astro:config:setup': (options: {
      command: string;
      config: Config;
      logger: Logger;
    }) => void;
    'astro:server:start': () => void;
    'astro:build:done': () => void;
  };
}
