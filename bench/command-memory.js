/**
 * Measure how much memory the command line tool takes for 1,000, 10,000 and 100,000 files of
 * 10 kB, of which one in ten has a message: `node bench/command-memory.js [files…]`.
 *
 * Files are hard links to the same thousand, so that the disk need not hold a gigabyte. Memory is
 * the most that a process had at once (`maxRSS`).
 */
import { spawnSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { prose } from './documents.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'packages/contact-links/dist/command.js');
const usage = join(root, 'bench/usage.cjs');
const folder = mkdtempSync(join(tmpdir(), 'contact-links-memory-'));
const amounts = process.argv.slice(2).map(Number);
const wrong = '[[skype:cal echo123]]';
const different = 1000;
const most = 150;

try {
  const paragraphs = prose(1_000_000)
    .split('\n\n')
    .filter((paragraph) => !paragraph.includes('mailto:'));
  const originals = Array.from({ length: different }, (_, index) => {
    let text = index % 10 === 0 ? `${wrong}\n\n` : '';
    for (let at = index * 7; text.length < 10_000; at++) {
      text += `${paragraphs[at % paragraphs.length]}\n\n`;
    }
    const place = join(folder, `${index}.txt`);
    writeFileSync(place, text);
    return place;
  });
  for (const amount of amounts.length > 0 ? amounts : [1000, 10_000, 100_000]) {
    const top = join(folder, String(amount));
    for (let index = 0; index < amount; index++) {
      const place = join(top, String(Math.floor(index / 100)));
      if (index % 100 === 0) mkdirSync(place, { recursive: true });
      linkSync(originals[index % different] ?? '', join(place, `${index}.md`));
    }
    const USAGE = join(folder, 'usage.json');
    const output = join(folder, 'report.txt');
    const { status } = spawnSync(
      process.execPath,
      ['--require', usage, command, 'check', top, '--quiet'],
      {
        env: { ...process.env, USAGE },
        stdio: ['ignore', openSync(output, 'w'), 'inherit'],
      },
    );
    const told = readFileSync(output, 'utf8').split('\n').length - 1;
    if (status !== 0 || told !== amount / 10)
      throw new Error('Expected a message in ten');
    const { cpu, memory } = JSON.parse(readFileSync(USAGE, 'utf8'));
    const isOver = memory > most;
    if (isOver) process.exitCode = 1;
    console.log(
      `${amount} files: ${memory.toFixed(0)} MB of ${most}, ${cpu.toFixed(1)} s of CPU${isOver ? '  <-- over' : ''}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
