/** Runs the tool as often as it is asked to; only to start takes longer than most runs. */
import process from 'node:process';
import { run } from '../../dist/run.js';

process.on('message', async ({ args, cwd }) => {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    process[name].write = (chunk) => {
      output[name] += chunk;
      return true;
    };
  }
  process.chdir(cwd);
  // Node.js does the same with what nobody catches.
  const status = await run(args).catch((error) => {
    output.stderr += `${error.stack}\n`;
    return 1;
  });
  process.send({ status, ...output });
});
