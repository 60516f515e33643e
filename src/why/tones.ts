import type { KindName } from '../model/kinds.ts';

/** How a link of a chain is marked: done by a person, something that failed, a decision, a step. */
export type Tone = 'person' | 'failed' | 'decision' | 'step';

const failed =
  /\.(power-lost|panicked|hung|halted|paused|slowed|missed|broken|cut|cut-off|failed|lost|timed-out|rejected|crashed|half-open|black-hole|flapping|npiv-refused|limit-reached|barred|conflict|echo-lost|read-lost|partner-echo-lost|mirror-broken|copy-damaged|degraded)$/;
const decision =
  /^(takeover|giveback)\.|^(partner\.declared-failed|partner\.impaired|port\.failure-detected|port\.moved|port\.returned|port\.taken-offline|port\.held-down|server\.reset|server\.stood-down)$/;

export function toneOf(kind: KindName): Tone {
  if (kind === 'command.given') return 'person';
  if (decision.test(kind)) return 'decision';
  return failed.test(kind) ? 'failed' : 'step';
}
