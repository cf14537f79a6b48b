import { runAsWorker } from 'synckit';
import { createLinter } from './lint-document.js';

runAsWorker(createLinter());
