import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(
  new URL('../../packages/contact-links/dist/command.js', import.meta.url),
);

/** The files that the tool checks. */
const pages = {
  'contact.md':
    '# Contact\n\nCall [[tel:cal +1 201 555 0123]], write to [us](malito:help@contoso.com),\nor ask [[teams:chat alice]].\n',
  'team.md': 'Our team: [[skype:call echo123]].\n',
};

const grounds = {
  light: { background: '#f8fafc', border: '#cbd5e1', text: '#0f172a' },
  dark: { background: '#0f172a', border: '#334155', text: '#e2e8f0' },
};

/**
 * Show what the command line tool prints about some pages.
 *
 * @param {'light' | 'dark'} scheme
 *   The colors to show it in.
 * @returns {string}
 *   A terminal, as HTML.
 */
export function terminal(scheme) {
  const { background, border, text } = grounds[scheme];
  return `<!doctype html>
<style>
  body { margin: 0 }
  .terminal { background: ${background}; border: 1px solid ${border}; border-radius: 8px;
    box-sizing: border-box; color: ${text}; margin: 0; padding: 16px 20px; width: 800px;
    font: 13px/1.6 'DejaVu Sans Mono', monospace; white-space: pre-wrap }
</style>
<pre class="terminal">$ contact-links check .
${escaped(output())}</pre>`;
}

/** Get the output of the tool: its messages, then their number. */
function output() {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    for (const [name, text] of Object.entries(pages)) {
      writeFileSync(join(folder, name), text);
    }
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [command, 'check', '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`contact-links check: ${status}\n${stderr}`);
    return (stdout + stderr).trimEnd();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
