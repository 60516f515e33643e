import { buildCliWhenStale } from '../../scripts/cli.mjs';

/** Builds the command line once, before any test. */
export default function setup(): void {
  buildCliWhenStale();
}
