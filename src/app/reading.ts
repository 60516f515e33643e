import { fromGallery } from '../content/gallery.ts';
import { planOf } from '../content/plan.ts';
import { largestFile, parseText } from '../content/scenario.ts';
import type { Scenario } from '../content/scenario.ts';
import type { Plan, Settings } from '../model/plan.ts';
import { serversShown } from './limits.ts';
import type { Opening } from './opening.ts';

const problem = (where: string, what: string, hint: string): Opening => ({
  ok: false,
  problems: [{ where, what, hint }],
});

/** What plans were laid out from, by their moment 0: a change of settings keeps it. */
const origins = new WeakMap<ArrayBuffer, Scenario>();

/** A plan of a scenario, of which is remembered what it was laid out from. */
export function layOut(scenario: Scenario): Plan {
  const plan = planOf(scenario);
  origins.set(plan.start, scenario);
  return plan;
}

const laidOut = (scenario: Scenario): Opening => ({
  ok: true,
  opened: { plan: layOut(scenario), script: scenario.script, stops: scenario.stops },
});

/** The scenario that a plan was laid out from, as it stands in its file. */
export function originOf({ id, start }: Plan): Scenario {
  // The first scenario was laid out when the page was built.
  const origin = origins.get(start) ?? fromGallery(id)!;
  origins.set(start, origin);
  return origin;
}

/** A plan laid out anew under other settings: some of them shape the cluster at moment 0. */
export function laidOutAgain(plan: Plan, settings: Settings): Plan {
  const origin = originOf(plan);
  const again = planOf({ ...origin, settings });
  origins.set(again.start, origin);
  return again;
}

/** A scenario of the gallery by its id, or what is wrong with the id. */
export function galleryScenario(id: string): Opening {
  const scenario = fromGallery(id);
  if (scenario) return laidOut(scenario);
  return problem(
    `scenario=${id.slice(0, 60)}`,
    'There is no scenario of this name.',
    'Choose one from the menu.',
  );
}

/** A scenario file that the page can show, or every problem of it. */
export async function fileScenario(file: File): Promise<Opening> {
  if (file.size > largestFile) {
    return problem(file.name, 'The file is larger than 5 MB.', 'A scenario is a few kilobytes.');
  }
  const parsed = parseText(await file.text());
  if (!parsed.ok) return parsed;
  if (parsed.scenario.topology.servers > serversShown) {
    return problem(
      '/topology/servers',
      `The page shows at most ${serversShown} servers.`,
      'Larger clusters run from the command line: understudy run FILE.',
    );
  }
  return laidOut(parsed.scenario);
}
