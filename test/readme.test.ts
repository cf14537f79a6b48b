import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { toString as mdastToString } from 'mdast-util-to-string';
import { afterAll, describe, expect, test } from 'vitest';
import { drawChart } from '../bench/chart.js';
import { toTables } from '../bench/readme.js';
import { ruleIds } from '../src/core/findings/rules.js';
import type { Options } from '../src/index.js';
import { services } from '../src/services/index.js';
import type { Service } from '../src/services/service.js';
import { sentences } from './helpers/grammar.js';
import { normalForm } from './helpers/normal-form.js';
import {
  type Block,
  deadAnchors,
  expectFile,
  makeFolder,
  readPage,
  root,
  run,
  runModule as runModuleIn,
} from './helpers/pages.js';
import { parse, render, usual } from './helpers/remark.js';

/** Pages of the site that are written by hand; the others are made of what is tested elsewhere. */
const sitePages = [
  'address-book',
  'authors/api',
  'authors/syntax',
  'authors/tree',
  'compatibility',
  'languages',
  'messages',
  'options',
  'own-services',
  'performance',
  'redirecting',
  'security',
  'set-up/index',
  'write',
].map((name) => `site/src/content/docs/${name}.md`);
const pages = ['README.md', ...sitePages].map((path) => ({ path, ...readPage(path) }));
const { dependencies, devDependencies, name, scripts } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const known = [name, ...Object.keys({ ...dependencies, ...devDependencies })];

const folder = makeFolder('readme');
afterAll(() => rmSync(folder, { recursive: true }));

function runModule(source: string): string {
  const { status, stderr, stdout } = runModuleIn(folder, source);
  // A module that reports its file has nothing to report.
  const errors = stderr.replace('example.md: no issues found\n', '');
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  return stdout;
}

/** How each kind of block is proved, with all blocks of its page. */
const proofs: Record<
  string,
  (block: Block, index: number, blocks: ReadonlyArray<Block>) => void
> = {
  markdown({ value }, index, blocks) {
    writeFileSync(join(folder, 'example.md'), value);
    const next = blocks[index + 1];
    const before = blocks[index - 1];
    const given: Options = before?.lang === 'json' ? JSON.parse(before.value) : {};
    const { html, messages } = render(value, usual({ retired: 'ignore', ...given }));
    expect(messages).toEqual([]);
    if (next?.lang === 'html') expect(html).toBe(next.value);
  },
  js({ value }, index, blocks) {
    const output = runModule(value);
    const expected = blocks[index + 1];
    const isOutput = /^(?:html|markdown|json|text)$/.test(expected?.lang ?? '');
    expect(normalForm(output)).toBe(
      normalForm(isOutput ? (expected?.value ?? '') : ''),
    );
  },
  // Held against the block before it.
  html(_, index, blocks) {
    expect(['markdown', 'js']).toContain(blocks[index - 1]?.lang);
  },
  json({ section, value }) {
    const options: Options = JSON.parse(value);
    if (section === '') expect(render('a', usual(options)).error).toBeUndefined();
  },
  ts({ value }) {
    writeFileSync(join(folder, 'example.ts'), value);
    const { status, stdout } = run(
      folder,
      join(root, 'node_modules', '.bin', 'tsc'),
      ...['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'],
      ...['--ignoreConfig', '--types', '', 'example.ts'],
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  },
  diff({ section, value }) {
    for (const line of value.split('\n')) {
      const contacts = { support: { teams: 'support@contoso.com' } };
      const { messages } = render(
        line.slice(1),
        usual({ retired: 'ignore', contacts }),
      );
      const found = messages.map(({ ruleId }) => ruleId);
      expect({ line, found }).toEqual({
        line,
        found: line[0] === '-' ? [section] : [],
      });
    }
  },
  sh({ value }) {
    for (const command of value.split(/ && |\n/)) {
      const [npm, verb = '', ...names] = command.split(' ');
      expect(npm).toBe('npm');
      if (verb === 'install') {
        for (const dependency of names) expect(known).toContain(dependency);
      }
      // npm's own commands are what .ci/run calls; the scripts have to be there.
      else if (verb === 'cit') expect(scripts).toHaveProperty('test');
      else if (!/^(?:ci|init|pkg)$/.test(verb)) expect(scripts).toHaveProperty(verb);
    }
  },
  text({ value }, index, blocks) {
    if (/^shorthand\s+= /.test(value)) {
      isGrammar(value);
      return;
    }
    // Held against the module before it.
    const before = blocks[index - 1];
    if (before?.lang === 'js' && !before.meta) return;
    writeFileSync(join(folder, 'page.md'), '\n\nplease [[skype:cal echo123]]\n');
    const { stderr } = run(
      folder,
      process.execPath,
      join(root, 'examples', 'render.js'),
      'page.md',
    );
    expect(stderr.trimEnd()).toBe(value);
  },
};

/** Sentences of the grammar are links that say what the grammar says they say. */
function isGrammar(grammar: string): void {
  const services = {
    own: {
      title: 'Own',
      example: 'x',
      default: 'go',
      actions: {
        go: {
          template: 'own:{targets}{?a,b}',
          most: 100,
          parameters: { a: {}, b: {} },
        },
      },
    },
  } as const;
  const list = usual({ services });
  const sentence = sentences(grammar, {
    service: fc.constantFrom('own', 'OWN'),
    action: fc.constantFrom('go'),
    target: fc.constantFrom('alice', '+1 201 555 0123', 'a.b@c.example'),
    key: fc.constantFrom('a', 'b'),
    word: fc.constantFrom('x', '5', 'é'),
    value: fc.constantFrom('a b', 'x;y', ']]', '|'),
    label: fc.constantFrom('us', '*us*', ' us ', '[us]', '`]]`', 'two\nlines', '\\]'),
    DQUOTE: fc.constant('"'),
    space: fc.constant(' '),
    tab: fc.constant('\t'),
  });
  const read = (markdown: string) => {
    const [paragraph] = parse(markdown, list).children;
    const nodes = paragraph && 'children' in paragraph ? paragraph.children : [];
    return nodes.map((node) => (node.type === 'link' ? node.data?.contact : node.type));
  };
  fc.assert(
    fc.property(sentence, (pieces) => {
      const all = (...names: ReadonlyArray<string>) =>
        pieces.flatMap(({ name, text }) =>
          name && names.includes(name) ? [text] : [],
        );
      const keys = all('key');
      fc.pre(new Set(keys).size === keys.length);
      const values = all('word', 'value');
      const contact = {
        service: 'own',
        action: all('action')[0] ?? null,
        targets: all('target'),
        parameters: Object.fromEntries(keys.map((key, at) => [key, values[at]])),
      };
      expect(read(pieces.map(({ text }) => text).join(''))).toEqual([contact]);
      // None of what it demands can be left out.
      for (const [index, { name, text }] of pieces.entries()) {
        if (name || !/^(?:\[\[|:|]])$/.test(text)) continue;
        const others = pieces.filter((_, at) => at !== index);
        expect(read(others.map((piece) => piece.text).join(''))).not.toEqual([contact]);
      }
    }),
  );
}

describe.each(pages)('$path', (page) => {
  const { blocks } = page;
  if (blocks.length > 0) {
    describe.each(blocks.map((block, index) => ({ ...block, index })))(
      'line $line: $lang',
      (block) => {
        test('is true', () => {
          const proof = block.meta ? expectFile : proofs[block.lang];
          if (!proof) throw new Error(`No proof for a block of ${block.lang}`);
          proof(block, block.index, blocks);
        }, 60_000);
      },
    );
  }

  const rows = shorthandsOf(page.tree);
  if (rows.length > 0) {
    test.each(rows)('%s gives %s', (markdown, html) => {
      const rendered = render(markdown, usual({ retired: 'ignore' }));
      expect(rendered.messages).toEqual([]);
      expect(normalForm(rendered.html)).toBe(`<p>${html}</p>\n`);
    });
  }

  test('has a heading for each link to one', () => {
    expect(deadAnchors(page)).toEqual([]);
  });
});

test('the README is a door', () => {
  expect(readPage('README.md').text.split('\n').length).toBeLessThanOrEqual(300);
});

test('the site has a line to copy for each service', () => {
  const { text } = readPage('site/src/content/docs/write.md');
  for (const { name, retired } of Object.values<Service>(services)) {
    expect(text).toContain(retired ? `\`${name}\`` : `\`[[${name}:`);
  }
});

test('the site shows the figures that were measured, and the picture of them', () => {
  const { text } = readPage('site/src/content/docs/performance.md');
  const results = JSON.parse(readFileSync(join(root, 'bench/results.json'), 'utf8'));
  expect(text).toContain(`\n${toTables(results)}`);
  const picture = readFileSync(join(root, 'bench/results.svg'), 'utf8');
  expect(picture).toBe(drawChart(results));
  expect(text).toContain('/bench/results.svg)');
});

test('the site explains each rule under a heading of its own', () => {
  const { headings } = readPage('site/src/content/docs/messages.md');
  expect(headings.filter((heading) => ruleIds.includes(heading as never))).toEqual([
    ...ruleIds,
  ]);
});

/** Rows of the tables that say what shorthands give, as pairs of code. */
function shorthandsOf({ children }: Root): Array<[string, string]> {
  return children.flatMap((node) => {
    if (node.type !== 'table') return [];
    const [head, ...rows] = node.children.map((row) =>
      row.children.map((cell) => mdastToString(cell)),
    );
    if (head?.[0] !== 'you write') return [];
    return rows.map(([first = '', second = '']): [string, string] => [first, second]);
  });
}
