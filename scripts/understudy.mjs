// @ts-check
import { pathToFileURL } from 'node:url';
import { buildCliWhenStale, cli } from './cli.mjs';
import { installDependencies } from './install.mjs';

/** `npm run understudy -- …`: builds the command line when its sources are newer, then runs it. */
installDependencies();
buildCliWhenStale();
// npm runs scripts in the project’s folder; files are named from where the person stands.
if (process.env['INIT_CWD']) process.chdir(process.env['INIT_CWD']);
await import(pathToFileURL(cli).href);
