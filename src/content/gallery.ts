import { claimId, claimOf, claims } from './claims/index.ts';
import { leftOut, leftOutId } from './claims/leftOut.ts';
import { scenarioOf, scenarioWithout } from './claims/scenario.ts';
import { demonstrationEntries } from './demonstrations/index.ts';
import type { MenuEntry } from './opened.ts';
import { parse } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import fleet from './scenarios/fleet.json';
import fleet64 from './scenarios/fleet-64.json';
import { modes } from './modes.ts';
import start from './scenarios/start.json';
import top1 from './scenarios/top-1.json';
import top2 from './scenarios/top-2.json';
import top3 from './scenarios/top-3.json';
import top4 from './scenarios/top-4.json';
import top5 from './scenarios/top-5.json';

export interface GalleryEntry extends MenuEntry {
  readonly file: unknown;
  /** The property that it demonstrates, and all that break in it by their ids. */
  readonly shows?: string;
  readonly breaks?: readonly string[];
}

/** The scenarios that ship with the sandbox, in the order of the menu. The first one opens. */
export const gallery: readonly GalleryEntry[] = [
  { id: start.id, title: start.title, group: 'Start here', file: start },
  { id: top1.id, title: top1.title, group: 'Topologies', file: top1 },
  { id: top2.id, title: top2.title, group: 'Topologies', file: top2 },
  { id: top3.id, title: top3.title, group: 'Topologies', file: top3 },
  { id: top4.id, title: top4.title, group: 'Topologies', file: top4 },
  { id: top5.id, title: top5.title, group: 'Topologies', file: top5 },
  { id: fleet.id, title: fleet.title, group: 'Scale', file: fleet },
  { id: fleet64.id, title: fleet64.title, group: 'Scale', file: fleet64 },
  ...modes,
  ...demonstrationEntries,
];

/** The entries of the menu: what can be built, one scenario for each claim and for parts left out, and demonstrations. */
export const menu: readonly MenuEntry[] = [
  ...gallery.filter(({ shows }) => !shows).map(entryOf),
  ...claims.map(({ number, title }) => ({
    id: claimId(number),
    title: `${number}. ${title}`,
    group: 'Claims',
  })),
  ...leftOut.map((part) => ({
    id: leftOutId(part),
    title: `${part.claim}. ${part.title}`,
    group: 'Claims, a part left out',
  })),
  ...gallery.filter(({ shows }) => shows).map(entryOf),
];

/** A scenario of the gallery. Throws when its file is broken: that is our mistake, not the person’s. */
export function fromGallery(id: string): Scenario | null {
  const entry = gallery.find((each) => each.id === id);
  if (!entry) return fromClaims(id);
  const parsed = parse(entry.file);
  if (!parsed.ok)
    throw new Error(`The scenario ${id} is broken: ${JSON.stringify(parsed.problems)}`);
  return parsed.scenario;
}

function fromClaims(id: string): Scenario | null {
  const claim = claimOf(id);
  if (claim) return scenarioOf(claim, fromGallery(claim.cluster)!);
  const part = leftOut.find((each) => leftOutId(each) === id);
  const whole = part && claimOf(claimId(part.claim));
  return whole ? scenarioWithout(part, whole, fromGallery(part.cluster ?? whole.cluster)!) : null;
}

function entryOf({ id, title, group }: GalleryEntry): MenuEntry {
  return { id, title, group };
}
