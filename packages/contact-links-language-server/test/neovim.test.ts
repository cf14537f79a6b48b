import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { command } from './helpers/client.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [, lines = ''] =
  /Before 0\.11:\n[\s\S]*?```lua\n([\s\S]*?)```/.exec(readme) ?? [];

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

// CI installs it; elsewhere it may be missing.
describe.skipIf(!hasNeovim)('in Neovim, with the lines of the README', () => {
  test('a mistake is reported and fixed, and people are completed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'contact-links-'));
    try {
      writeFileSync(join(folder, 'page.md'), '🦜 [[skype:cal @alice]]\n[[teams:@]]\n');
      writeFileSync(
        join(folder, 'page.mdx'),
        '{/* [[skype:cal a]] */}\n\n[[skype:cal b]]\n',
      );
      writeFileSync(
        join(folder, '.contact-linksrc.json'),
        '{"contacts": {"alice": {"skype": "echo123", "teams": "alice@contoso.com"}}}',
      );
      const here = lines.replace(
        "{ 'contact-links-language-server', '--stdio' }",
        JSON.stringify([process.execPath, command, '--stdio'])
          .replace('[', '{')
          .replace(']', '}'),
      );
      expect(here).not.toBe(lines);
      writeFileSync(join(folder, 'init.lua'), here);
      writeFileSync(join(folder, 'test.lua'), session);
      const { stderr, stdout } = spawnSync(
        'nvim',
        ['--headless', '-n', '-u', 'init.lua', 'page.md', '-c', 'luafile test.lua'],
        { cwd: folder, encoding: 'utf8', timeout: 40_000 },
      );
      expect(stderr + stdout).toContain('done');
      const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
      expect(result).toEqual({
        diagnostics: ['unknown-action', 'unknown-contact'],
        hover: true,
        labels: ['@alice'],
        line: '🦜 [[skype:call @alice]]',
        mdx: { filetype: 'mdx', lines: [2] },
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 90_000);
});

/** What somebody does in the editor, and what comes of it. */
const session = `
local ok, reason = pcall(function()
local result = {}
local function ask(method, line, character)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = character },
  }
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
  for _, answer in pairs(answers) do return answer.result end
end
vim.wait(15000, function() return #vim.diagnostic.get(0) == 2 end, 50)
result.diagnostics = {}
for _, each in ipairs(vim.diagnostic.get(0)) do
  table.insert(result.diagnostics, each.code or each.user_data.lsp.code)
end
local completion = ask('textDocument/completion', 1, 9)
result.labels = {}
for _, item in ipairs(completion.items) do table.insert(result.labels, item.label) end
local params = {
  textDocument = vim.lsp.util.make_text_document_params(),
  range = { start = { line = 0, character = 11 }, ['end'] = { line = 0, character = 12 } },
  context = { diagnostics = {}, only = { 'quickfix' } },
}
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 10000)
for _, answer in pairs(answers) do
  vim.lsp.util.apply_workspace_edit(answer.result[1].edit, 'utf-16')
end
result.line = vim.api.nvim_buf_get_lines(0, 0, 1, false)[1]
vim.wait(500)
result.hover = ask('textDocument/hover', 0, 11) ~= nil
vim.cmd('edit! page.mdx')
vim.wait(15000, function() return #vim.diagnostic.get(0) == 1 end, 50)
result.mdx = { filetype = vim.bo.filetype, lines = {} }
for _, each in ipairs(vim.diagnostic.get(0)) do table.insert(result.mdx.lines, each.lnum) end
local file = io.open('result.json', 'w')
file:write(vim.fn.json_encode(result))
file:close()
print('done')
end)
if not ok then print(reason) end
vim.cmd('qall!')
`;
