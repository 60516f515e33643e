import { commands } from '../commands/index.ts';
import type { Command } from '../commands/index.ts';
import { claimId, claims } from '../content/claims/index.ts';
import type { Claim } from '../content/claims/index.ts';
import { leftOut, leftOutId } from '../content/claims/leftOut.ts';
import type { LeftOut } from '../content/claims/leftOut.ts';
import { faults } from '../content/faults/index.ts';
import type { Fault } from '../content/faults/index.ts';
import type { Demonstration } from '../content/demonstrations/demonstration.ts';
import { demonstrations } from '../content/demonstrations/index.ts';
import { fromGallery, gallery } from '../content/gallery.ts';
import { planOf } from '../content/plan.ts';
import { dialects } from '../dialects/index.ts';
import type { Dialect } from '../dialects/index.ts';
import { safeguards } from '../content/safeguards.ts';
import type { Setting } from '../content/settings.ts';
import type { Plan } from '../model/plan.ts';
import { worldOf } from '../model/world.ts';
import { properties } from '../properties/index.ts';
import type { Property } from '../properties/index.ts';
import { groups } from '../properties/groups.ts';

/** Something that `understudy explain` can explain. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** What there is to say, a paragraph each. It may lay out a cluster, so it is asked for late. */
  readonly paragraphs: () => readonly string[];
}

/** A register of things that have ids of their own, such as invariants. */
export interface Registry {
  /** What its entries are, one and many. */
  readonly kind: string;
  readonly kinds: string;
  readonly entries: readonly Entry[];
}

const listed = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? 'nothing')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Ids of rows, or how many there are when they are too many to name. */
function named(plan: Plan, table: 'vport' | 'disk' | 'cable', rows: readonly number[]): string[] {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => plan.ids[table]![row]!);
  return rows.length <= 4 ? ids : [`${rows.length} ${table}s, ${ids[0]} to ${ids.at(-1)}`];
}

/** What a command reaches at once when it is given for the first such thing of the first scenario. */
function reachOf(command: Command): readonly string[] {
  const plan = planOf(fromGallery(gallery[0]!.id)!);
  const world = worldOf(plan);
  const thing = plan.ids[command.table]![1]!;
  const { vports, paths, disks, cables } = command.reach(world, 1);
  const reached = [
    ...named(plan, 'vport', vports),
    ...(paths.length > 0 ? [`${paths.length} paths of hosts`] : []),
    ...named(plan, 'disk', disks),
    ...named(plan, 'cable', cables),
  ];
  const applies = command.appliesTo(world, 1);
  return [
    `Reach: given for ${thing} in a settled cluster (${plan.id}) it takes ${listed(reached)} away at once, before anybody reacts.`,
    applies === true
      ? `Try: understudy run ${plan.id} --do "5s ${command.id} ${thing}"`
      : `It does not apply to a settled cluster: “${applies}”`,
  ];
}

const ofCommand = (command: Command): Entry => ({
  id: command.id,
  title: command.label,
  paragraphs: () => [`${command.label}, for a ${command.table}.`, ...reachOf(command)],
});

/** A pair of scenarios: one in which a property breaks, one in which it holds. */
const tried = ({ shows, off, on }: Demonstration): string =>
  `${off}: understudy run ${shows.toLowerCase()}-broken. ${on}: understudy run ${shows.toLowerCase()}-holds.`;

/** When a property is looked at. */
function lookedAt({ on, owes, every, atRest }: Property): readonly string[] {
  return [
    ...(on ? [`Checked after every ${listed(Object.keys(on))}.`] : []),
    ...(owes ? [`Owed until its deadline, since or until ${listed(Object.keys(owes))}.`] : []),
    ...(every ? ['Looked at once per command time-out.'] : []),
    ...(atRest ? ['Looked at whenever the cluster is at rest.'] : []),
  ];
}

const ofProperty = (property: Property): Entry => ({
  id: property.id,
  title: property.sentence,
  paragraphs: () => [
    property.sentence,
    `Source: ${property.source}.`,
    `Witnesses of a violation: ${listed(property.witnesses.filter((each) => each !== undefined))}.`,
    ...lookedAt(property),
    ...demonstrations.filter(({ shows }) => shows === property.id).map(tried),
    ...(property.group === null ? [] : [`The page shows it under “${groups[property.group]}”.`]),
  ],
});

const ofClaim = (claim: Claim): Entry => ({
  id: claimId(claim.number),
  title: claim.title,
  paragraphs: () => [
    claim.builtOn === null ? claim.title : `${claim.title}, building on claim ${claim.builtOn}.`,
    ...claim.elements.map(({ says, shownBy }) =>
      shownBy === null ? `${says} It is built in.` : `${says} It is shown by ${shownBy[0]}.`,
    ),
    ...(claim.interpretation ? [`Our reading: ${claim.interpretation}`] : []),
    ...leftOut
      .filter((part) => part.claim === claim.number)
      .map((part) => `Left out: ${part.title}. Try: understudy run ${leftOutId(part)}`),
    `Try: understudy run ${claimId(claim.number)}`,
  ],
});

const ofLeftOut = (part: LeftOut): Entry => ({
  id: leftOutId(part),
  title: part.title,
  paragraphs: () => [
    `Claim ${part.claim} without a part (${part.id}): ${part.title}.`,
    part.says,
    `Breaks ${listed(part.breaks)}.`,
    `Try: understudy run ${leftOutId(part)}`,
  ],
});

const ofDialect = ({ id, title, glossaries, differs, trademark }: Dialect): Entry => ({
  id,
  title,
  paragraphs: () => [
    title,
    ...glossaries.map(
      ({ source, terms }) =>
        `${listed(terms.map(({ ours, theirs }) => `${ours} → ${theirs}`))} (${source}).`,
    ),
    ...differs.map(({ what, source }) => `In reality: ${what} (${source})`),
    ...(trademark ? [trademark] : []),
  ],
});

const ofFault = (fault: Fault): Entry => ({
  id: fault.id,
  title: fault.title,
  paragraphs: () => [
    `${fault.title}.`,
    `Detected by: ${fault.detectedBy}.`,
    `Should happen: ${fault.shouldHappen}.`,
    `Must never: ${fault.mustNever}.`,
    `Source: ${fault.source}.`,
    `In ${fault.scenario}: ${listed(fault.script.map(([at, command, thing]) => `${at} s ${command} ${thing}`))}.`,
    `Then follow, in this order: ${listed(fault.happens.map(([kind]) => kind))}.`,
  ],
});

/** What may stand for a setting in a scenario. */
function valuesOf(setting: Setting): string {
  if (setting.kind === 'flag') return 'true or false';
  if (setting.kind === 'choice') return setting.choices.map((each) => `“${each}”`).join(', ');
  return setting.kind === 'time' ? 'a length of time' : `${setting.least} to ${setting.most}`;
}

const ofSafeguard = ([id, setting]: [string, Setting]): Entry => ({
  id,
  title: setting.about,
  paragraphs: () => [
    `${setting.about}.`,
    `Values: ${valuesOf(setting)}; ${setting.value} unless the part safeguards of a scenario says otherwise.`,
    `Source: ${setting.source}.`,
    ...demonstrations.filter(({ without }) => id in (without.safeguards ?? {})).map(tried),
  ],
});

/** Where `understudy explain` looks, in this order. A new register is one line here. */
export const registries: readonly Registry[] = [
  { kind: 'fault or command', kinds: 'Faults and commands', entries: commands.map(ofCommand) },
  { kind: 'invariant', kinds: 'Invariants', entries: properties.map(ofProperty) },
  { kind: 'row of the fault catalogue', kinds: 'Fault catalogue', entries: faults.map(ofFault) },
  {
    kind: 'safeguard',
    kinds: 'Safeguards',
    entries: Object.entries(safeguards).map(ofSafeguard),
  },
  { kind: 'claim', kinds: 'Claims', entries: claims.map(ofClaim) },
  {
    kind: 'claim without a part',
    kinds: 'Claims without a part',
    entries: leftOut.map(ofLeftOut),
  },
  { kind: 'dialect', kinds: 'Dialects', entries: dialects.map(ofDialect) },
];
