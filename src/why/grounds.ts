import { kindNames } from '../model/kinds.ts';
import type { Thing } from '../model/plan.ts';
import { sourcesOf } from './rule.ts';
import type { SettingName } from './rule.ts';
import type { Told } from './told.ts';
import { countBefore } from './whyIndex.ts';

/** Whose facts are looked at: those of the thing, of its partner, of both, or of what joins them. */
type Whose = 'it' | 'partner' | 'pair' | 'interconnect' | 'shelf' | 'server';

/** What stands behind a reason of the menu. */
interface Ground {
  readonly reason: RegExp;
  /** Facts of these kinds can have made it so. */
  readonly kinds: RegExp;
  readonly whose: Whose;
  readonly sources?: readonly string[];
  readonly settings?: readonly SettingName[];
}

const life = /^server\.(?!upgraded|slowed|relieved)/;

/** Reasons that commands give, the first that fits. `tests/why` holds that each is given by a command. */
export const grounds: readonly Ground[] = [
  {
    reason: /^Its partner does not run/,
    kinds: life,
    whose: 'partner',
  },
  {
    reason: /^The failed server does not wait/,
    kinds: life,
    whose: 'pair',
    sources: ['claim 29', 'ONTAP: waiting for giveback'],
  },
  {
    reason:
      /failover monitor is busy|^Nothing to give back|not heard from it|^Its partner is not being/,
    kinds: /^(takeover|giveback|partner)\./,
    whose: 'pair',
  },
  {
    reason: /^It has taken its partner’s log over/,
    kinds: /^takeover\./,
    whose: 'it',
  },
  {
    reason: /^An operator switched|^It is switched/,
    kinds: /^takeover\.(disabled|enabled)$/,
    whose: 'pair',
    sources: ['ONTAP: cf disable'],
  },
  {
    reason: /software versions|newer version/,
    kinds: /^server\.upgraded$/,
    whose: 'pair',
    sources: ['ONTAP: software version mismatch'],
  },
  {
    reason: /^The interconnect is cut/,
    kinds: /^interconnect\./,
    whose: 'interconnect',
    settings: ['logMirroring'],
  },
  {
    reason: /log is out of step/,
    kinds: /^mirror\.|^log\./,
    whose: 'pair',
    sources: ['ONTAP: unsynchronized log'],
    settings: ['logMirroring'],
  },
  {
    reason: /^Its partner cannot reach/,
    kinds: /^shelf\./,
    whose: 'shelf',
    sources: ['ONTAP: cf.takeover.missingPtnrDisks'],
  },
  { reason: /^It is damaged already/, kinds: /^log\.copy-damaged$/, whose: 'it' },
  { reason: /too busy already|has time for/, kinds: /^server\.(slowed|relieved)$/, whose: 'it' },
  { reason: /^It does not stand still/, kinds: /^server\.resumed$/, whose: 'it' },
  { reason: /^Its server does not run/, kinds: life, whose: 'server' },
  {
    reason:
      /^It is off|^It hangs|^It stands still;|still starting|a server in service|while it does not run|^It does not run|it runs|its first heartbeat/,
    kinds: life,
    whose: 'it',
  },
  { reason: /^It is dead/, kinds: /\.broken$/, whose: 'it' },
  { reason: /^It is dark/, kinds: /^link\.down$/, whose: 'it' },
  { reason: /^It flaps/, kinds: /\.flapping$/, whose: 'it' },
  { reason: /half-open already/, kinds: /\.half-open$/, whose: 'it' },
  { reason: /drops all data already/, kinds: /\.black-hole$/, whose: 'it' },
  { reason: /^Its firmware starts/, kinds: /\.crashed$/, whose: 'it' },
  {
    reason: /cut already|cut altogether|link is cut/,
    kinds: /\.(cut|cut-off|segmented)$/,
    whose: 'it',
  },
  { reason: /^One link is down/, kinds: /\.degraded$/, whose: 'it' },
  { reason: /^No log record/, kinds: /\.mirror-broken$/, whose: 'it' },
  { reason: /cannot be read already/, kinds: /^mailbox\.failed$/, whose: 'it' },
  {
    reason: /disabled already|it is enabled/,
    kinds: /^switch-port\.(disabled|enabled)$/,
    whose: 'it',
  },
  { reason: /NPIV is/, kinds: /\.npiv-o(n|ff)$/, whose: 'it', sources: ['FC-LS: NPIV'] },
  {
    reason: /needs no NPIV/,
    kinds: /^$/,
    whose: 'it',
    sources: ['FC-LS: NPIV'],
  },
  { reason: /switch is off|switch has power/, kinds: /^switch\./, whose: 'it' },
  { reason: /miss the next one already/, kinds: /\.deaf$/, whose: 'it' },
  { reason: /^It has failed already/, kinds: /^disk\.failed$/, whose: 'it' },
  { reason: /^It runs already|^It stands still already/, kinds: /^workload\./, whose: 'it' },
  { reason: /^Nothing to/, kinds: /\.(mended|repaired|merged|replaced)$/, whose: 'it' },
  { reason: /^It is not in service/, kinds: /^(port|link)\./, whose: 'it' },
];

/** The things whose facts are looked at. */
function thingsFor({ world: w }: Told, { table, row }: Thing, whose: Whose): readonly Thing[] {
  const server = (each: number): Thing => ({ table: 'server', row: each });
  switch (whose) {
    case 'it':
      return [{ table, row }];
    case 'partner':
      return [server(w.server.partner[row]!)];
    case 'pair':
      return [server(row), server(w.server.partner[row]!)];
    case 'interconnect':
      return [{ table: 'interconnect', row: w.server.interconnect[row]! }];
    case 'shelf': {
      const shelf = w.shelf.home.indexOf(row);
      return [{ table: 'shelf', row: shelf }];
    }
    case 'server':
      return [server(w.port.server[row]!)];
  }
}

/**
 * What stands behind a reason for which a verb does not apply.
 * @returns the fact that made it so, -1 when there is none, and the source of the rule, which may be empty
 */
export function groundOf(
  told: Told,
  thing: Thing,
  reason: string,
  until: number,
): { readonly seq: number; readonly source: string } {
  const ground = grounds.find((each) => each.reason.test(reason));
  if (!ground) return { seq: -1, source: '' };
  let seq = -1;
  for (const { table, row } of thingsFor(told, thing, ground.whose)) {
    const list = told.index.about(table, row);
    for (let i = countBefore(list, until) - 1; i >= 0 && list[i]! > seq; i--)
      if (ground.kinds.test(kindNames[told.trace.kind(list[i]!)]!)) seq = list[i]!;
  }
  return { seq, source: sourcesOf(ground.sources ?? [], ground.settings ?? []) };
}
