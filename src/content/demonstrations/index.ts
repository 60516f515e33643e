import type { Demonstration, Parts } from './demonstration.ts';
import { disks } from './disks.ts';
import { names } from './names.ts';
import { rest } from './rest.ts';
import { time } from './time.ts';

const number = ({ shows }: Demonstration): number => Number(shows.slice(1));

/** Every demonstration: safety by number, then what must happen in time and hold at rest. */
export const demonstrations: readonly Demonstration[] = [
  ...[...disks, ...names].sort((a, b) => number(a) - number(b)),
  ...time,
  ...rest,
];

/** Times short enough to look at. */
const quick: Parts = {
  timers: { missesAllowed: 3, boot: '3s', automaticGiveback: 'off', flushInterval: '3100ms' },
  workload: { requestRate: 20 },
};

/** The scenario file of a demonstration: its base with one small override. */
function fileOf(row: Demonstration, id: string, title: string, parts: readonly Parts[]): object {
  const merged: Record<string, unknown> = { ...row.base, id, title, about: `${title}.` };
  for (const given of [quick, ...parts]) {
    for (const [part, values] of Object.entries(given))
      merged[part] = { ...(merged[part] as object | undefined), ...values };
  }
  return {
    ...merged,
    script: row.script.map(([at, command, thing]) => ({ at, do: command, thing })),
  };
}

/** Entries for the gallery: first all that break, then all that hold. */
export const demonstrationEntries = [
  ...demonstrations.map((row) => {
    const id = `${row.shows.toLowerCase()}-broken`;
    const title = `${row.shows} broken: ${row.off}`;
    const file = fileOf(row, id, title, [row.both ?? {}, row.without]);
    return { id, title, group: 'Safeguards off', file, shows: row.shows, breaks: row.breaks };
  }),
  ...demonstrations.map((row) => {
    const id = `${row.shows.toLowerCase()}-holds`;
    const title = `${row.shows} holds: ${row.on}`;
    const file = fileOf(row, id, title, [row.both ?? {}]);
    const breaks = row.stillBreaks ?? [];
    return { id, title, group: 'Safeguards on', file, shows: row.shows, breaks };
  }),
] as const;
