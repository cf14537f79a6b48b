import { readFileSync } from 'node:fs';
import process from 'node:process';
import { type CommandName, helpText, parseArguments } from './arguments.js';
import { check } from './check.js';
import { CommandError } from './command-error.js';
import { migrate } from './migrate.js';

type Command = (
  args: ReturnType<typeof parseArguments>,
  cwd: string,
) => Promise<number>;

const commands: Readonly<Record<CommandName, Command>> = { check, migrate };

/**
 * Run the tool.
 *
 * @returns
 *   The exit status: `2` when what is asked for cannot be done at all.
 */
export async function run(argv: ReadonlyArray<string>): Promise<number> {
  try {
    const args = parseArguments(argv);
    const { command, help, paths, version } = args;
    if (help || version) {
      process.stdout.write(help ? helpText() : `${ownVersion()}\n`);
      return 0;
    }
    if (!command || paths.length === 0) {
      throw new CommandError(
        command ? 'Nothing to do: name files or folders' : helpText(),
      );
    }
    return await commands[command](args, process.cwd());
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message.trimEnd()}\n`);
    return 2;
  }
}

function ownVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
