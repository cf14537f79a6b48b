import process from 'node:process';
import { ConfigurationFinder } from 'contact-links';
import type { Loaded } from './load-configuration.js';

// Runs in a process of its own, and loads the configuration that its argument names.
const path = process.argv[2] ?? '';
let answer: Loaded;
try {
  const finder = new ConfigurationFinder({ detectConfig: false, rcPath: path }, '/');
  const found = await finder.find(path);
  const { components, options = {}, rules } = found ?? {};
  answer = { options: JSON.parse(JSON.stringify({ ...options, components, rules })) };
} catch (error) {
  answer = { reason: error instanceof Error ? error.message : String(error) };
}
process.send?.(answer);
