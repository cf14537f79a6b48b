#!/usr/bin/env node
import process from 'node:process';
import { run } from './run.js';

// Whoever reads the output may stop reading, as in `contact-links … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));
