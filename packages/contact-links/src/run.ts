import process from 'node:process';
import { type CommandName, helpText, parseArguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { ownVersion } from './own-version.js';

type Command = (
  args: ReturnType<typeof parseArguments>,
  cwd: string,
) => Promise<number>;

/** The commands; each is loaded only when needed, as loading takes most of a short run. */
const commands: Readonly<Record<CommandName, Command>> = {
  async check(args, cwd) {
    const { check } = await import('./check.js');
    return check(args, cwd);
  },
  async expand(args, cwd) {
    const { expand } = await import('./expand/index.js');
    return expand(args, cwd);
  },
  async list(args, cwd) {
    const { list } = await import('./list.js');
    return list(args, cwd);
  },
  async migrate(args, cwd) {
    const { migrate } = await import('./migrate.js');
    return migrate(args, cwd);
  },
};

/**
 * Run the tool.
 *
 * @param argv
 *   The arguments of the command line, without the program.
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
    if (!command) {
      process.stderr.write(helpText());
      return 2;
    }
    if (paths.length === 0) {
      throw new CommandError('Nothing to do: name files or folders');
    }
    return await commands[command](args, process.cwd());
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const { printError } = await import('./print-error.js');
    printError(error);
    return 2;
  }
}
