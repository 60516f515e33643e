import { commandNamed } from '../commands/index.ts';
import { dialectNamed, dialects } from '../dialects/index.ts';
import type { Problem } from '../content/reader.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Action } from '../model/action.ts';
import { longestRun, timeOf } from '../model/time.ts';
import type { Micros } from '../model/time.ts';

/** What an address asks for. */
export interface Link {
  readonly scenario: string | null;
  readonly actions: readonly Action[];
  /** The moment to stand at; null for the usual start. */
  readonly at: Micros | null;
  /** The dialect to speak; null for the one that was chosen before. */
  readonly words: string | null;
  readonly problems: readonly Problem[];
}

const longest = 4_000;
const most = 100;

/**
 * Reads `?scenario=start&do=12s:server.hang:A&t=12.7s`; `do=0s:interconnect.cut:A-B:takeover.started:B`
 * waits for a fact. What cannot be read is a problem.
 */
export function linkOf(search: string): Link {
  const problems: Problem[] = [];
  if (search.length > longest) {
    problems.push({
      where: 'link',
      what: 'The link is too long.',
      hint: 'Use a scenario file with a script.',
    });
    return { scenario: null, actions: [], at: null, words: null, problems };
  }
  const query = new URLSearchParams(search);
  const given = query.getAll('do').flatMap((part) => part.split(','));
  if (given.length > most) {
    problems.push({
      where: 'do',
      what: `More than ${most} actions.`,
      hint: 'Use a scenario file with a script.',
    });
  }
  const actions: Action[] = [];
  for (const part of given.slice(0, most)) {
    const action = actionOf(part);
    if ('what' in action) problems.push(action);
    else actions.push(action);
  }
  const t = query.get('t');
  const at = t === null ? null : timeOf(/^[\d.]+$/.test(t) ? Number(t) : t);
  if (t !== null && (at === null || at > longestRun)) {
    problems.push({
      where: `t=${t.slice(0, 40)}`,
      what: 'This is no moment.',
      hint: 'Write t=12.7s.',
    });
  }
  const words = query.get('words');
  if (words !== null && dialectNamed(words) === null) {
    problems.push({
      where: `words=${words.slice(0, 40)}`,
      what: 'There are no such words.',
      hint: `Write one of ${dialects.map(({ id }) => id).join(', ')}.`,
    });
  }
  return {
    words: words !== null && dialectNamed(words) ? words : null,
    scenario: query.get('scenario'),
    actions,
    at: at !== null && at <= longestRun ? at : null,
    problems,
  };
}

function actionOf(part: string): Action | Problem {
  const [from = '', command = '', thing = '', kind = '', of = ''] = part.split(':');
  const where = `do=${part.slice(0, 60)}`;
  const at = timeOf(/^[\d.]+$/.test(from) ? Number(from) : from);
  if (at === null || at > longestRun) {
    return { where, what: 'It does not begin with a time.', hint: 'Write do=12s:server.hang:A.' };
  }
  if (commandNamed(command) === null) {
    return {
      where,
      what: `There is no command ${command || '(empty)'}.`,
      hint: 'For example server.power-loss.',
    };
  }
  if (thing === '')
    return { where, what: 'It names no thing.', hint: 'Write do=12s:server.hang:A.' };
  if (kind === '') return { at, command, thing };
  if (!kindNames.includes(kind as KindName)) {
    const hint = 'Write do=0s:server.hang:A:takeover.started:B.';
    return { where, what: `There is no kind of fact ${kind}.`, hint };
  }
  return { at, command, thing, when: { kind: kind as KindName, thing: of } };
}
