import { parse } from '../content/scenario.ts';
import type { Scenario } from '../content/scenario.ts';
import { Reader } from '../content/reader.ts';
import { scriptOf } from '../content/script.ts';
import { Things } from '../content/things.ts';
import { write, writtenScript } from '../content/write.ts';
import { longestRun } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import { serversShown } from './limits.ts';
import type { KeptBranch } from './Branches.ts';
import { layOut, originOf } from './reading.ts';
import type { Session } from './Session.svelte.ts';
import { recall, remember } from './storage.ts';
import { recallWords } from './words.svelte.ts';

/** What somebody has done so far: the scenario with its settings, every branch, and the moment in view. */
export interface Work {
  readonly scenario: Scenario;
  readonly branches: readonly KeptBranch[];
  readonly current: number;
  readonly at: Micros;
}

const key = 'work';
/** More text than this is not kept, and not read: browsers give 5 MB to a whole site. */
const longest = 1_000_000;
const mostBranches = 200;

/** The work as text, for storage. */
export const workText = ({ scenario, branches, current, at }: Work): string =>
  JSON.stringify({
    version: 1,
    scenario: write(scenario),
    branches: branches.map(({ actions, ...branch }) => ({
      ...branch,
      script: writtenScript(actions),
    })),
    current,
    at,
  });

const whole = (value: unknown, most: number): number | null =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
    ? (value as number)
    : null;

/** What such a text says; null where anything of it is not as it was written: storage is not trusted. */
export function workOf(text: string): Work | null {
  if (text.length > longest) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { version, scenario, branches, current, at } = value as Record<string, unknown>;
  const parsed = parse(scenario);
  if (version !== 1 || !parsed.ok || !Array.isArray(branches)) return null;
  if (parsed.scenario.topology.servers > serversShown || branches.length > mostBranches)
    return null;
  const things = new Things(parsed.scenario.topology, parsed.scenario.settings.failoverMode);
  const read = new Reader();
  const kept = (branches as unknown[]).map((branch): KeptBranch | null => {
    const { id, parent, name, script } = Object(branch) as Record<string, unknown>;
    const number = whole(id, 1e6);
    if (number === null || (parent !== null && whole(parent, 1e6) === null)) return null;
    if (name !== undefined && (typeof name !== 'string' || name.length > 60)) return null;
    const { script: actions } = scriptOf(read, script, things);
    return { id: number, parent: parent as number | null, name, actions };
  });
  const shown = whole(current, 1e6);
  const moment = whole(at, longestRun);
  const good = kept.filter((each): each is KeptBranch => each !== null);
  if (read.problems.length > 0 || good.length !== kept.length || good[0]?.id !== 0) return null;
  if (new Set(good.map(({ id }) => id)).size !== good.length) return null;
  if (moment === null || !good.some(({ id }) => id === shown)) return null;
  return { scenario: parsed.scenario, branches: good, current: shown!, at: moment };
}

/** Keeps what was done in a session; where nothing was, nothing is kept. */
export function keepWork(session: Session): void {
  const { plan, branches } = session;
  const origin = originOf(plan);
  const list = branches.list.map(({ id, parent, name, actions }) => ({
    id,
    parent,
    name,
    actions,
  }));
  const untouched =
    list.length === 1 &&
    list[0]!.actions.length <= origin.script.length &&
    JSON.stringify(origin.settings) === JSON.stringify(plan.settings) &&
    JSON.stringify(origin.stops) === JSON.stringify(session.stops);
  const text = untouched
    ? ''
    : workText({
        scenario: { ...origin, settings: plan.settings, stops: session.stops },
        branches: list,
        current: branches.current.id,
        at: Math.round(session.playhead),
      });
  if (text.length <= longest) remember(key, text);
}

export const discardWork = (): void => remember(key, '');

/** Opens the work that was kept. @returns whether there was any */
export async function restoreWork(session: Session): Promise<boolean> {
  await recallWords();
  const work = workOf(recall(key) ?? '');
  if (!work) return false;
  const { scenario, branches, current, at } = work;
  session.start(
    { plan: layOut(scenario), script: scenario.script, stops: scenario.stops },
    [],
    at,
    branches,
  );
  session.showBranch(session.branches.byId(current)!);
  session.restored = true;
  return true;
}
