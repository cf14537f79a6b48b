/**
 * Describe what each entry of the packages exports, in a file for each entry.
 *
 * `npm run api` writes the files again. With `--check`, it fails when one is out of date, and prints
 * the difference, which users have to be told of.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  CompilerState,
  ConsoleMessageId,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = join(root, '.tmp', 'api');
const isCheck = process.argv.includes('--check');

const silent = { default: { logLevel: ExtractorLogLevel.None } };
const shown = { default: { logLevel: ExtractorLogLevel.Error } };

const folders = [
  '.',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
];

/** Settings of API Extractor for each entry that has types. */
const configs = folders.flatMap((place) => {
  const folder = join(root, place);
  const { exports = {}, ...manifest } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  if (manifest.private) return [];
  return Object.entries(exports).flatMap(([entry, { types }]) =>
    types ? configOf(folder, manifest.name, entry, join(folder, types)) : [],
  );
});

function configOf(folder, name, entry, types) {
  const reportFolder = join(root, 'api', name);
  mkdirSync(reportFolder, { recursive: true });
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            lib: ['es2024', 'dom'],
            module: 'nodenext',
            skipLibCheck: true,
            strict: true,
            target: 'es2022',
            types: ['node'],
          },
          files: [types],
        },
      },
      apiReport: {
        enabled: true,
        // The engines share types that they do not export: only the report of the core has them.
        includeForgottenExports: name !== 'remark-contact-links' || entry === './core',
        reportFileName: `${entry === '.' ? 'index' : entry.slice(2)}.api.md`,
        reportFolder,
        reportTempFolder: join(temporary, name),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: shown,
        // Docstrings are held to the rules of this repository, in `test/docstrings.test.ts`.
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
  });
}

/** Reports of entries that no longer exist. */
function staleReports() {
  const wanted = new Set(configs.map(({ reportFilePath }) => reportFilePath));
  return readdirSync(join(root, 'api'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(root, 'api', name)).map((file) => join(root, 'api', name, file)),
    )
    .filter((path) => !wanted.has(path));
}

const [first, ...others] = configs;
const compilerState = CompilerState.create(first, {
  additionalEntryPoints: others.map((config) => config.mainEntryPointFilePath),
});
for (const config of configs) {
  const { apiReportChanged, errorCount } = Extractor.invoke(config, {
    compilerState,
    localBuild: !isCheck,
    printApiReportDiff: isCheck,
    messageCallback(message) {
      const { logLevel, messageId, text } = message;
      message.handled = true;
      if (messageId === ConsoleMessageId.ApiReportDiff) console.log(text);
      else if (logLevel === ExtractorLogLevel.Error) console.error(text);
    },
  });
  const path = relative(root, config.reportFilePath);
  if (apiReportChanged)
    console.log(`${path} ${isCheck ? 'is out of date' : 'is written'}`);
  if (errorCount > 0 || (isCheck && apiReportChanged)) process.exitCode = 1;
}
for (const path of staleReports()) {
  if (isCheck) process.exitCode = 1;
  else rmSync(path);
  console.log(`${relative(root, path)} ${isCheck ? 'has no entry' : 'is removed'}`);
}
if (isCheck && process.exitCode === 1) {
  console.log(
    'If this is what you want, run `npm run api`, and commit what it writes.',
  );
}
