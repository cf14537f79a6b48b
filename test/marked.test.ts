import { Marked, type MarkedExtension } from 'marked';
import { Marked as Marked17 } from 'marked-17';
import { describe, expect, test } from 'vitest';
import markedContactLinks, {
  type MarkedOptions,
  type Message,
} from '../src/marked/index.js';

/** What marked makes of a document, and what is reported. */
function render(markdown: string, options: MarkedOptions<string> = {}) {
  const messages: Array<Message> = [];
  const marked = new Marked();
  marked.use(
    markedContactLinks({ ...options, onMessage: (message) => messages.push(message) }),
  );
  const html = marked.parse(markdown, { async: false });
  return { html, messages };
}

const book = {
  contacts: { bob: { name: 'Bob', skype: 'bob.smith', teams: 'bob@contoso.com' } },
  redirect: { skype: 'teams' },
} as const;

const toBob = 'https://teams.microsoft.com/l/call/0/0?users=bob%40contoso.com';

test('takes no options', () => {
  const marked = new Marked(markedContactLinks());
  expect(marked.parse('[[tel:+12015550123]]')).toBe(
    '<p><a href="tel:+12015550123">+12015550123</a></p>\n',
  );
});

test('a wrong option throws at once', () => {
  expect(() => markedContactLinks({ invald: 'warn' } as object)).toThrow(
    'Wrong option `invald` for remark-contact-links: it does not exist; did you mean `invalid`?',
  );
});

test('the first error is thrown, after all messages were reported', () => {
  const messages: Array<Message> = [];
  const marked = new Marked();
  marked.use(
    markedContactLinks({
      invalid: 'error',
      onMessage: (message) => messages.push(message),
    }),
  );
  let error: unknown;
  try {
    marked.parse('a [[skype:cal b]]\n\n[[tel:x]]');
  } catch (thrown) {
    error = thrown;
  }
  // Not a word of a fault in marked, which it adds to errors.
  expect(String(error)).toBe(
    'Error: 1:3: Unknown action `cal` for skype; did you mean `call`? Write `[[skype:call b]]`; 1 more error at 3:1',
  );
  expect(messages.map(({ level, line }) => [level, line])).toEqual([
    ['error', 1],
    ['error', 3],
  ]);
});

test('text after what is wrong is not lost', () => {
  const { html } = render('[[skype:cal b]] & more <b>text</b> &amp; [[tel:x]]');
  expect(html).toBe('<p>[[skype:cal b]] &amp; more <b>text</b> &amp; [[tel:x]]</p>\n');
});

test('what is wrong is text, whatever it holds', () => {
  const { html } = render('[[tel:1|<img src=x onerror="a">]]\n\n[[tel:a&lt;b"c]]');
  expect(html).toContain('<p>[[tel:a&amp;lt;b&quot;c]]</p>');
});

test('parses shorthands with parseInline', () => {
  const messages: Array<Message> = [];
  const marked = new Marked(
    markedContactLinks({ onMessage: (message) => messages.push(message) }),
  );
  expect(marked.parseInline('[[tel:+12015550123|*us*]] [[tel:x]]')).toBe(
    '<a href="tel:+12015550123"><em>us</em></a> [[tel:x]]',
  );
  expect(messages).toMatchObject([{ line: 1, column: 27, ruleId: 'invalid-target' }]);
});

describe('asynchronous parsing', () => {
  test('documents that wait for each other do not mix', async () => {
    const marked = new Marked({ async: true });
    marked.use(markedContactLinks());
    const pages = await Promise.all([
      marked.parse('*a [[skype:call b|x* y]] c*'),
      marked.parse('*a*'),
      marked.parse('*a [[skype:call b|x* y]] c*'),
    ]);
    const page = '<p><em>a <a href="skype:b?call">x* y</a> c</em></p>\n';
    expect(pages).toEqual([page, '<p><em>a</em></p>\n', page]);
  });
});

test('emphasis of one document is not hidden in the next', () => {
  const marked = new Marked(markedContactLinks());
  const page = '<p><em>a <a href="skype:b?call">x* y</a> c</em></p>\n';
  for (let round = 0; round < 2; round++) {
    expect(marked.parse('*a [[skype:call b|x* y]] c*')).toBe(page);
    expect(marked.defaults.hooks?.emStrongMask('*a*')).toBe('*a*');
    expect(marked.parse('*a*')).toBe('<p><em>a</em></p>\n');
  }
});

test('other extensions keep their hooks and their links', () => {
  const marked = new Marked();
  marked.use({
    hooks: { emStrongMask: (text) => text.replace('*c*', 'aaa') },
    renderer: { link: ({ href }) => `(${href})` },
  });
  marked.use(markedContactLinks());
  expect(marked.parse('[[tel:+12015550123]] *c* *d*')).toBe(
    '<p>(tel:+12015550123) *c* <em>d</em></p>\n',
  );
});

test('attributes are written', () => {
  const { html } = render('[[tel:+12015550123]] and [x](y)', {
    attributes: { '*': { class: 'a"b', 'data-x': true } },
  });
  expect(html).toBe(
    '<p><a href="tel:+12015550123" class="a&quot;b" data-x="">+12015550123</a> and <a href="y">x</a></p>\n',
  );
});

describe('redirecting', () => {
  test.each([
    ['[ring](skype:bob.smith?call)', `<a href="${toBob}">ring</a>`],
    ['<skype:bob.smith?call>', `<a href="${toBob}">Call Bob with Teams</a>`],
    ['[ring][r]\n\n[r]: skype:bob.smith?call', `<a href="${toBob}">ring</a>`],
    ['[[skype:call bob.smith]]', `<a href="${toBob}">Call Bob with Teams</a>`],
    ['[x](y)', '<a href="y">x</a>'],
  ])('%s', (markdown, html) => {
    expect(render(markdown, book)).toEqual({ html: `<p>${html}</p>\n`, messages: [] });
  });

  test('says what cannot follow', () => {
    const { html, messages } = render('a [ring](skype:carol?call)', book);
    expect(html).toBe('<p>a <a href="skype:carol?call">ring</a></p>\n');
    expect(messages).toMatchObject([
      { actual: '[ring](skype:carol?call)', column: 3, ruleId: 'no-replacement' },
    ]);
  });
});

test('references that show nothing make no label', () => {
  const nothing = '&#8203;&#x200B;&nbsp;&zwnj;';
  for (const label of [nothing, `*${nothing}*`]) {
    expect(render(`[[tel:+12015550123|${label}]]`).html).toBe(
      '<p><a href="tel:+12015550123">+12015550123</a></p>\n',
    );
  }
  // Version 17 leaves those with numbers as they are, too.
  const older = new Marked17();
  older.use(markedContactLinks() as object);
  for (const label of ['&#x110000;', '&nosuch;', '&copy;', '&#97;']) {
    expect(older.parse(`[[tel:+12015550123|${label}]]`)).not.toContain('>+1');
    expect(render(`[[tel:+12015550123|${label}]]`).html).not.toContain('>+1');
  }
});

test('lines of lists and of other line endings are told', () => {
  const markdown = '* a\r\n* b\tc [[tel:x|d\r\n  e]]\r\n\r\n\r\n[[tel:y]]';
  expect(render(markdown).messages).toMatchObject([
    { actual: '[[tel:x|d\r\ne]]', column: 7, expected: [], line: 2 },
    { actual: '[[tel:y]]', column: 1, line: 6 },
  ]);
});

describe('an extension that changes the document', () => {
  const other = { hooks: { preprocess: (text: string) => text.replace('---\n', '') } };

  test.each([
    { name: 'before', extensions: (own: MarkedExtension) => [own, other], line: 1 },
    // Lines are those of what was given to marked.
    { name: 'after', extensions: (own: MarkedExtension) => [other, own], line: 2 },
  ])('$name', ({ extensions, line }) => {
    const messages: Array<Message> = [];
    const onMessage = (message: Message) => messages.push(message);
    const marked = new Marked(...extensions(markedContactLinks({ onMessage })));
    marked.parse('---\n[[tel:x]]\nb');
    expect(messages).toMatchObject([{ line, column: 1 }]);
  });
});

test('the place of a text that marked has changed is not told', () => {
  // In the text of a link it takes the backslash before a bracket for an escape, escaped or not.
  const { messages } = render('[a [[tel:x|\\\\]] b](u)');
  expect(messages).toMatchObject([{ expected: [], ruleId: 'unclosed' }]);
  expect(messages[0]).not.toHaveProperty('line');
});

test('an empty label is the default one', () => {
  expect(render('[[tel:+12015550123| ]]').html).toBe(
    '<p><a href="tel:+12015550123">+12015550123</a></p>\n',
  );
});

test('marks of emphasis in a shorthand end nothing outside', () => {
  const link = (text: string): string => `<a href="skype:a">${text}</a>`;
  expect(render('*b [[skype:a|`[[skype:c]]` *x]] d*').html).toBe(
    `<p><em>b ${link('<code>[[skype:c]]</code> *x')} d</em></p>\n`,
  );
  expect(render('*b [[skype:a|![[skype:c]] x*]] d*').html).toBe(
    `<p><em>b ${link('![[skype:c]] x*')} d</em></p>\n`,
  );
  expect(render('*b [[skype:a\nd* c').html).toBe('<p><em>b [[skype:a\nd</em> c</p>\n');
  expect(render('*b [[skype:a_|c d*').html).toBe('<p><em>b [[skype:a_|c d</em></p>\n');
});

test('another extension stays, in a document with a shorthand or without', () => {
  const marked = new Marked(markedContactLinks(), {
    extensions: [
      {
        name: 'at',
        level: 'inline',
        start: (src) => src.indexOf('@'),
        tokenizer: (src) =>
          src.startsWith('@') ? { type: 'at', raw: '@' } : undefined,
        renderer: () => '(at)',
      },
    ],
    hooks: { emStrongMask: (src) => src.replaceAll('x*', 'xx') },
  });
  for (const _ of [1, 2]) {
    expect(marked.parse('*a @ x* b*')).toBe('<p><em>a (at) x* b</em></p>\n');
    expect(marked.parse('*[[skype:a|*c]] @ x* b*')).toBe(
      '<p><em><a href="skype:a">*c</a> (at) x* b</em></p>\n',
    );
  }
});
