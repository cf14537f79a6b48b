import process from 'node:process';

/** Where Debian installs Chromium; the variable `CHROMIUM` names another place. */
export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Chromium may request only what the page wants, and only from this machine. */
export const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update'],
  ...['--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
];
