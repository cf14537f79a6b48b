/**
 * Loaded before a program: writes what it has used into the file that `USAGE` names. It is
 * CommonJS, as the loader of modules would be part of what is measured.
 */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1000 };
  writeFileSync(process.env.USAGE ?? '', JSON.stringify(usage));
});
