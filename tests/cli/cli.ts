import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from '../../scripts/cli.mjs';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a file of tests. */
export const folder = mkdtempSync(join(tmpdir(), 'understudy-'));

/** Runs the built command line in that folder. */
export function understudy(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A small cluster on one path, with these parts added. */
export const scenario = (more: object = {}): object => ({
  version: 1,
  id: 'mine',
  title: 'Mine',
  topology: { portFabrics: [1], hostPortFabrics: [1], multipath: false },
  timers: { heartbeatInterval: '500ms', missesAllowed: 3 },
  workload: { requestRate: 20 },
  ...more,
});

/** Writes a file into the folder; what is neither text nor bytes becomes JSON. */
export function file(name: string, content: unknown): string {
  const raw = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(join(folder, name), raw ? content : JSON.stringify(content));
  return name;
}
