/**
 * Measure the command line tool on many files: `npm run bench:command`, and for memory alone
 * `node bench/command-memory.js`.
 *
 * Figures are the CPU time and memory of separate processes, in interleaved rounds. Only
 * the ratios are held to bounds, and the memory. A run takes some minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { prose } from './documents.js';
import { installSize } from './install-size.js';
import { median } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'packages/contact-links/dist/command.js');
const parser = join(root, 'bench/parse-files.js');
const usage = join(root, 'bench/usage.cjs');
const folder = mkdtempSync(join(tmpdir(), 'contact-links-bench-'));

/** How many files of 10 kB there are; 100 MB in all. */
const count = 10_000;
const size = 10_000;
const perFolder = 100;

/** remark-parse gets one file of so many, because it would need many minutes for 100 MB. */
const sample = 20;
const rounds = 3;
/** A start takes a moment, so there can be more rounds of it. */
const startRounds = 11;

/** Links that somebody could repeat to make the tool slow. */
const hostile = [
  '<a href="skype:a">x</a>',
  '<a href="skype:a">x</a>\n',
  '<a href="skype:b">x</a>\n',
  '- <a href="skype:a">x</a>\n',
  '<skype:a> ',
  '[x](skype:a)\n\n',
  '[[skype:a]] ',
  '[x]: skype:a\n',
];
/** How often they are repeated; from the first to the last, time may grow in proportion. */
const hostileSizes = [2_000, 16_000];

const link = 'Please [call *us* now](skype:echo123?call) if there is anything.';

let failed = false;

/**
 * @param {string} what
 * @param {number} figure
 * @param {number} most
 */
function report(what, figure, most) {
  const isOver = figure > most;
  failed ||= isOver;
  console.log(
    `${what.padEnd(66)} ${figure.toFixed(2).padStart(6)}  of ${most}${isOver ? '  <-- over' : ''}`,
  );
}

try {
  mkdirSync(join(folder, 'start/configured'), { recursive: true });
  writeFileSync(join(folder, 'start/page.md'), '# Hello\n\nText.\n');
  writeFileSync(join(folder, 'start/configured/page.md'), '# Hello\n\nText.\n');
  const configuration = JSON.stringify({ retired: 'ignore' });
  writeFileSync(join(folder, 'start/configured/.contact-linksrc.json'), configuration);
  const starts = [
    { name: '--version', argv: ['--version'], most: 1.5 },
    {
      name: 'check of a file without a link',
      argv: ['check', 'start/page.md'],
      most: 3,
    },
    {
      name: 'the same with a configuration file',
      argv: ['check', 'start/configured/page.md'],
      most: 3,
    },
    { name: 'migrate of the same', argv: ['migrate', 'start/page.md'], most: 3 },
  ].map((start) => ({ ...start, ratios: [] }));
  for (let round = 0; round < startRounds; round++) {
    const nothing = run('-e', '0').cpu;
    for (const { argv, ratios } of starts) {
      ratios.push(run(command, ...argv).cpu / nothing);
    }
  }
  for (const { most, name, ratios } of starts) {
    report(`start: ${name}, ratio to \`node -e 0\``, median(ratios), most);
  }

  // Prose with addresses would give links to more files than are counted.
  const paragraphs = prose(3_000_000)
    .split('\n\n')
    .filter((paragraph) => !paragraph.includes('mailto:'));
  write('some', count, (index, text) =>
    index % 10 === 0 ? `${link}\n\n${text}` : text,
  );
  write('tenth', count / 10, (index, text) =>
    index % 10 === 0 ? `${link}\n\n${text}` : text,
  );
  write('all', 200, (_, text) => text.replaceAll('\n\n', `\n\n${link}\n\n`));

  const some = { check: [], parse: [] };
  const all = { check: [], parse: [] };
  const memory = { many: [], few: [] };
  for (let round = 0; round < rounds; round++) {
    const many = run(command, 'check', 'some', '--quiet');
    const few = run(command, 'check', 'tenth', '--quiet');
    some.check.push(many.cpu);
    memory.many.push(many.memory);
    memory.few.push(few.memory);
    some.parse.push(run(parser, 'some', String(sample)).cpu * sample);
    all.check.push(run(command, 'check', 'all', '--quiet').cpu);
    all.parse.push(run(parser, 'all').cpu);
  }
  console.log(
    `check of 10,000 files, seconds of CPU: ${seconds(some.check)}; remark-parse: ${seconds(some.parse)}`,
  );
  report('check, a link in one file of ten, ratio to remark-parse', ratio(some), 0.08);
  report('check, a link after each paragraph, ratio to remark-parse', ratio(all), 1.25);
  console.log(
    `memory, MB: ${megabytes(memory.few)} for 1,000 files, ${megabytes(memory.many)} for 10,000`,
  );
  report(
    'memory for 10,000 files, ratio to 1,000',
    median(memory.many) / median(memory.few),
    1.3,
  );
  report('memory for 10,000 files, MB', median(memory.many), 150);
  writeFileSync(
    join(folder, 'contacts.json'),
    '{"a": {"skype": "a", "teams": "a@example.com"}}',
  );
  for (const pattern of hostile) {
    for (const task of ['check', 'migrate']) {
      const figures = Array.from({ length: rounds }, () => {
        const [start, few, many] = [1, ...hostileSizes].map((times) => {
          writeFileSync(join(folder, 'hostile.md'), pattern.repeat(times));
          const args = ['hostile.md', '-c', 'contacts.json', '--quiet'];
          return run(command, task, ...args).cpu;
        });
        const [least, most] = hostileSizes;
        return Math.log((many - start) / (few - start)) / Math.log(most / least);
      });
      report(`growth of ${task} on ${JSON.stringify(pattern)}`, median(figures), 1.2);
    }
  }
  for (const name of ['remark-contact-links', 'contact-links']) {
    const { bytes, packages } = installSize(name, root);
    const amount = `${(bytes / 1e6).toFixed(1)} MB in ${packages} packages`;
    console.log(`${name}, installed with all it depends on: ${amount}`);
  }

  /**
   * Run a program in the folder of the files.
   *
   * @param {Array<string>} argv
   * @returns {{cpu: number, memory: number}}
   *   Seconds and megabytes.
   */
  function run(...argv) {
    const USAGE = join(folder, 'usage.json');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', usage, ...argv],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, USAGE },
        maxBuffer: 1e9,
      },
    );
    if (status !== 0) throw new Error(`Expected no failure: ${stderr}`);
    return JSON.parse(readFileSync(USAGE, 'utf8'));
  }

  /**
   * @param {string} name
   * @param {number} files
   * @param {(index: number, text: string) => string} change
   */
  function write(name, files, change) {
    for (let index = 0; index < files; index++) {
      const place = join(folder, name, String(Math.floor(index / perFolder)));
      if (index % perFolder === 0) mkdirSync(place, { recursive: true });
      // Each file begins at another paragraph of the prose, so that no two are alike.
      let text = '';
      for (let at = index * 7; text.length < size; at++) {
        text += `${paragraphs[at % paragraphs.length]}\n\n`;
      }
      writeFileSync(join(place, `${index}.md`), change(index, text));
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (failed) process.exitCode = 1;

/** @param {{check: Array<number>, parse: Array<number>}} measured */
function ratio({ check, parse }) {
  return median(check.map((figure, round) => figure / parse[round]));
}

/** @param {Array<number>} figures */
function seconds(figures) {
  return median(figures).toFixed(1);
}

/** @param {Array<number>} figures */
function megabytes(figures) {
  return median(figures).toFixed(0);
}
