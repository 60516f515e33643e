// @ts-check
import { installDependencies } from './install.mjs';

installDependencies();
await import('./build.mjs');
const { serve } = await import('./serve.mjs');
const { address } = await serve('dist', 4173);
console.log(`\nUnderstudy is open at ${address}\nPress Ctrl C to stop.`);
