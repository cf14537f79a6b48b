import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MarkdownItOptions, Message } from '../src/markdown-it/index.js';
import { versions } from './helpers/markdown-it.js';

describe.each(versions)('$name', (version) => {
  test.each([[undefined], [null]])('needs no options: %j', (options) => {
    expect(version.create(options).render('[[tel:+1 201 555 0123|us]]')).toBe(
      '<p><a href="tel:+12015550123">us</a></p>\n',
    );
  });

  test('stops a build at an error, with the file where it is known', () => {
    const md = version.create({ invalid: 'error' });
    expect(() =>
      md.render('a\n\n> [[skype:cal echo123]]', { path: 'page.md' }),
    ).toThrow('page.md:3:3: Unknown action `cal` for skype; did you mean `call`?');
  });

  test('counts in the text that another plugin has made of the page', () => {
    const md = version.create({});
    md.core.ruler.before('normalize', 'heading', (state: { src: string }) => {
      state.src = `# Page\n\n${state.src}`;
    });
    const env: { contactLinks?: Array<Message> } = {};
    md.render('[[skype:cal bob]]', env);
    expect(env.contactLinks).toMatchObject([{ line: 3, column: 1 }]);
  });

  test('leaves its messages in the environment', () => {
    const env: { contactLinks?: Array<Message> } = {};
    version.create({}).render('[[skype:call echo123]]', env);
    expect(env.contactLinks).toMatchObject([
      { ruleId: 'retired-service', level: 'info', line: 1, column: 1 },
    ]);
  });

  test('keeps the typographer from default labels and wrong shorthands', () => {
    const md = version.create({ retired: 'ignore' }).set({ typographer: true });
    expect(
      md.render('"[[skype:call a--b]]" [[skype:cal "a--b"]] [[skype:a|a -- b]]'),
    ).toBe(
      '<p>“<a href="skype:a--b?call">Call a--b with Skype</a>” [[skype:cal &quot;a--b&quot;]] <a href="skype:a">a – b</a></p>\n',
    );
  });

  test('keeps VitePress from opening a tab for a link to an app', () => {
    const env = { cleanUrls: false, path: '/page.md', relativePath: 'page.md' };
    const md = version.create({});
    expect(
      md.render('[[tel:+1 201 555 0123|us]] [[signal:+1 201 555 0123|us]]', env),
    ).toBe(
      '<p><a href="tel:+12015550123" target="_self">us</a> <a href="https://signal.me/#p/+12015550123">us</a></p>\n',
    );
  });

  test.each([
    '![a\\*b &amp; c](u)',
    '[[tel:call 1]] ![a\\*b &amp; c](u)',
    '![a [[skype:call b|c\\*&amp;]] [[skype:cal d|e]]](u)',
    '![a ![[[skype:call b|c\\*]]](u) d\\*](u)',
  ])('does not touch the images in %s', (input) => {
    const md = version.create({});
    const html = md.render(input);
    expect(html).toBe(md.disable('contact_link').render(input));
  });

  test('works with the preset that has no rules', () => {
    const md = version.create({}).configure('zero');
    md.enable(['link', 'contact_link'], true);
    expect(md.render('[[tel:+1 201 555 0123|us]]')).toContain(
      'href="tel:+12015550123"',
    );
  });
});

describe('the place in a message is that of the file', () => {
  const text = '# Bob\n\nPlease [[skype:cal bob]].\n';
  const page = `---\ntitle: Bob\n---\n\n${text}`;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'markdown-it-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const [version] = versions;
  const placeIn = (file: string, body: string): string | undefined => {
    const path = join(folder, 'page.md');
    writeFileSync(path, file);
    let place: string | undefined;
    const onMessage = ({ column, line }: Message) => {
      place = `${line}:${column}`;
    };
    version.create({ onMessage }).render(body, { path });
    return place;
  };

  test.each([
    { host: 'VitePress, of a page that it moves', name: 'realPath', path: '/moved.md' },
    { host: 'Eleventy, with a path in the data', name: 'inputPath', path: '/x' },
    { host: 'Hexo', name: 'postPath', path: undefined },
  ])('in $host', ({ name, path }) => {
    const file = join(folder, 'page.md');
    writeFileSync(file, page);
    const env = { path, [name]: file, page: { [name]: file } };
    const messages: Array<unknown> = [];
    const onMessage = ({ column, line }: Message, path: string | undefined) =>
      messages.push([path, line, column]);
    version.create({ onMessage }).render(text, env);
    expect(messages).toEqual([[file, 7, 8]]);
    expect(() => version.create({ invalid: 'error' }).render(text, env)).toThrow(
      `${file}:7:8: Unknown action`,
    );
  });

  test.each([
    { what: 'front matter in TOML', file: `+++\nx = 1\n+++\n${text}`, line: 6 },
    { what: 'its first lines left out', file: `---\n---\n\n\n\n${text}`, line: 8 },
    { what: 'nothing before it', file: text, line: 3 },
    { what: 'white space at its end', file: `${page} \n\n`, line: 7 },
    { what: 'CRLF', file: page.replaceAll('\n', '\r\n'), line: 7 },
    { what: 'a byte order mark', file: `\uFEFF${page}`, line: 7 },
    { what: 'another text at its end', file: `${page}More.\n`, line: 3 },
    { what: 'another text than front matter before it', file: `x\n${text}`, line: 3 },
  ])('with $what', ({ file, line }) => {
    expect(placeIn(file, text)).toBe(`${line}:8`);
  });

  test('where the host gives it as it is in the file', () => {
    expect(placeIn(page.replaceAll('\n', '\r\n'), `\r\n${text}`)).toBe('7:8');
    expect(placeIn(page, page)).toBe('7:8');
  });

  test('unless there is no file to read', () => {
    const env: { contactLinks?: Array<Message>; path: string } = { path: folder };
    version.create({}).render(text, env);
    vi.stubGlobal('process', undefined);
    version.create({}).render(text, env);
    vi.unstubAllGlobals();
    expect(env.contactLinks).toMatchObject([{ line: 3 }, { line: 3 }]);
  });

  test('and no file is read without a message', () => {
    const get = vi.spyOn(process, 'getBuiltinModule');
    version
      .create({})
      .render('[[tel:+12015550123]]', { path: join(folder, 'page.md') });
    expect(get).not.toHaveBeenCalled();
    get.mockRestore();
  });

  test('and bundles for browsers need no module of Node.js', async () => {
    const { outputFiles } = await build({
      bundle: true,
      entryPoints: [new URL('../src/markdown-it/index.ts', import.meta.url).pathname],
      format: 'esm',
      platform: 'browser',
      write: false,
    });
    expect(outputFiles[0]?.text).not.toMatch(/\b(?:from|import|require)\b[ (]*"/);
  });
});

describe.each(versions)('titles of containers in $name', (version) => {
  /** A page as VitePress renders it: it parses the titles of `:::` when it comes to them. */
  function render(
    markdown: string,
    options: MarkdownItOptions<string>,
    env: Record<string, unknown>,
  ) {
    const md = version.create(options);
    md.block.ruler.before('fence', 'container', (state, line, end, silent) => {
      const start = Number(state.bMarks[line]) + Number(state.tShift[line]);
      const info = state.src.slice(start, state.eMarks[line]);
      if (!info.startsWith(':::')) return false;
      if (silent) return true;
      const token = state.push('container_tip_open', 'div', 1);
      Object.assign(token, { info: info.slice(3), map: [line, end] });
      state.push('container_tip_close', 'div', -1);
      state.line = line + 1;
      return true;
    });
    md.renderer.rules.container_tip_open = (
      tokens: ReadonlyArray<{ info: string }>,
      index: number,
      _: unknown,
      { references = {} }: { references?: Record<string, never> },
    ) => {
      const title = String(tokens[index]?.info).trim().replace(/^tip /, '');
      return `<p>${md.renderInline(title, { references })}</p>\n`;
    };
    return md.render(markdown, env);
  }

  const env = { cleanUrls: true, path: 'page.md', relativePath: 'page.md' };

  test('have links as the page has', () => {
    expect(
      render(
        '::: tip [[tel:+1 201 555 0123|us]]\n\n::: tip [[tel:+1 201 555 0124]]',
        {},
        env,
      ),
    ).toBe(
      '<p><a href="tel:+12015550123" target="_self">us</a></p>\n</div>\n' +
        '<p><a href="tel:+12015550124" target="_self">+1 201 555 0124</a></p>\n</div>\n',
    );
  });

  test('have their place in messages', () => {
    const page: Record<string, unknown> = { ...env };
    render(
      'a\r\n\r\n* ::: tip [[skype:cal bob]]\r\n\r\n::: tip\r\n\r\n[[skype:cal bob]] [[skype:a]]\r\n\r\n::: tip [[skype:b]]',
      {},
      page,
    );
    expect(page.contactLinks).toMatchObject([
      { ruleId: 'unknown-action', line: 7, column: 1 },
      { ruleId: 'retired-service', line: 7, column: 19 },
      { ruleId: 'unknown-action', line: 3, column: 11, actual: '[[skype:cal bob]]' },
    ]);
  });

  test('stop a build at an error, with the file', () => {
    expect(() =>
      render('a\n\n::: tip [[skype:cal bob]]', { invalid: 'error' }, env),
    ).toThrow('page.md:3:9: Unknown action');
  });
});
