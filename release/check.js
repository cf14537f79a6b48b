/** Check how each package that is not private is published: its files, its entries, its types. */
import { npm } from './npm.js';

for (const { location } of JSON.parse(npm('query', '.workspace:not([private])'))) {
  const folder = location || '.';
  npm('exec', '--no', '--', 'publint', '--strict', folder);
  npm('exec', '--no', '--', 'attw', '--pack', folder, '--profile', 'esm-only');
  console.log(`${folder} can be published`);
}
