import { parts } from '../report/parts.ts';
import type { Report } from '../report/report.ts';
import { columns, secondsText, wrapped } from './output.ts';

/** A report for people. */
export function reportText(report: Report): string {
  const { scenario, seed, time, facts, traceHash } = report;
  return [
    `${scenario.id}: ${scenario.title}`,
    `seed ${seed}, ${secondsText(time)}, ${facts} facts`,
    `trace SHA-256 ${traceHash}`,
    ...outagesText(report),
    ...invariantsText(report),
    ...endText(report),
    ...expectationsText(report),
  ].join('\n');
}

function outagesText({ outages }: Report): readonly string[] {
  if (outages.length === 0) return ['', 'Outages: none'];
  const rows = outages.map(({ lun, from, to, length, server, vport, parts: lengths }) => [
    `  ${lun}`,
    to === null ? `from ${secondsText(from)}` : `${secondsText(from)} to ${secondsText(to)}`,
    secondsText(length),
    server === null ? 'lasts' : `until ${server} answers at ${vport}`,
    parts
      .filter((part) => lengths[part] > 0)
      .map((part) => `${part} ${secondsText(lengths[part])}`)
      .join(', '),
  ]);
  // What was waited for stands below: side by side it would be wider than a terminal.
  const heads = columns(rows.map((row) => row.slice(0, 4))).split('\n');
  return ['', 'Outages', ...heads.flatMap((head, i) => [head, `      ${rows[i]![4]!}`])];
}

function invariantsText({ invariants }: Report): readonly string[] {
  const broken = invariants.filter(({ holds }) => !holds);
  const count = `${invariants.length - broken.length} of ${invariants.length} hold`;
  return [
    '',
    `Invariants: ${count}`,
    ...broken.map(({ id, sentence, first }) => {
      const where = `${secondsText(first!.at)}, fact ${first!.seq}, ${first!.witnesses.join(', ')}`;
      return `  ${id} BROKEN at ${where}: ${sentence}`;
    }),
  ];
}

/** Owners and places, each only where it is not at home: that is what a reader looks for. */
function endText({ owners, names }: Report): readonly string[] {
  const away = new Map<string, string[]>();
  for (const [disk, owner] of Object.entries(owners)) {
    if (!disk.startsWith(`${owner}.`)) away.set(owner, [...(away.get(owner) ?? []), disk]);
  }
  const moved = names.filter(({ home, place }) => home !== place);
  const places = moved.map(({ home, portName, place, address }) => [
    `  ${home}`,
    portName,
    place === null ? 'nowhere' : `${place}, address ${address}`,
  ]);
  return [
    '',
    away.size === 0 ? 'Disks: all with their home owners' : 'Disks away from home',
    ...[...away].map(
      ([owner, disks]) => `  ${wrapped(`${owner} owns ${disks.join(', ')}`, '    ')}`,
    ),
    '',
    moved.length === 0 ? 'Names: all at home' : 'Names away from home',
    ...(moved.length === 0 ? [] : [columns(places)]),
  ];
}

function expectationsText({ expectations }: Report): readonly string[] {
  if (expectations.length === 0) return [];
  const held = expectations.filter(({ holds }) => holds).length;
  return [
    '',
    `Expectations: ${held} of ${expectations.length} hold`,
    ...expectations.map((each) => verdictText(each)),
  ];
}

/** One expectation and what was found. */
export const verdictText = ({ line, holds, found }: Report['expectations'][number]): string =>
  `  ${holds ? 'holds ' : 'FAILED'}  ${JSON.stringify(line)}\n          ${found}`;
