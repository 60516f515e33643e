import { clock } from '../model/time.ts';
import { partTitles } from './behindParts.ts';
import type { Incident } from './incident.ts';
import {
  disksText,
  invariantsText,
  namesText,
  outageText,
  pathsText,
  writesText,
} from './incidentText.ts';
import { inSeconds } from './millis.ts';
import { parts } from './parts.ts';

/** A text of a person as one line of Markdown that means nothing but itself. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~&-]/g, '\\$&');

/** An incident report as Markdown (with tables of GitHub), ending in a line break. */
export function incidentMarkdown(incident: Incident): string {
  const { id, title, seed, time, actions, outages, changed, timers } = incident;
  return [
    `# Incident report: ${plain(title)}`,
    `Scenario \`${id}\`, seed ${seed}, simulated time 0 s to ${clock(time)} s.`,
    '## Actions',
    listed(
      actions.map(({ at, text }) => `${clock(at)} s: ${text}`),
      'Nothing was done.',
    ),
    '## Outages',
    listed(outages.map(outageText), 'None: every LUN was answered all the time.'),
    ...(outages.length === 0 ? [] : [outageTable(incident)]),
    '## Paths and writes',
    listed([...pathsText(incident), ...writesText(incident)], ''),
    '## Invariants',
    listed(invariantsText(incident), ''),
    '## Settings that differ from their defaults',
    changed.length === 0
      ? 'None.'
      : table(
          ['Setting', 'Value', 'Default', 'What it is'],
          changed.map(({ key, value, usual, about }) => [`\`${key}\``, value, usual, about]),
        ),
    ...(timers.length === 0
      ? []
      : [
          '## Timers behind the outages',
          listed(
            timers.map(
              ({ part, settings }) =>
                `${partTitles[part]}: ${settings.map(({ key, value }) => `\`${key}\` ${value}`).join(', ')}`,
            ),
            '',
          ),
        ]),
    '## Names and disks',
    listed([...namesText(incident), ...disksText(incident)], ''),
  ]
    .join('\n\n')
    .concat('\n');
}

const listed = (lines: readonly string[], otherwise: string): string =>
  lines.length === 0 ? otherwise : lines.map((line) => `- ${line}`).join('\n');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Lengths of the parts side by side. */
const outageTable = ({ outages }: Incident): string =>
  table(
    ['LUN', 'Length', ...parts.map((part) => partTitles[part])],
    outages.map(({ lun, length, parts: lengths }) => [
      lun,
      inSeconds(length),
      ...lengths.map((each) => inSeconds(each.length)),
    ]),
  );
