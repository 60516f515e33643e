import type { Session } from '../../app/Session.svelte.ts';
import type { Micros } from '../../model/time.ts';
import { incidentOf } from '../../report/incident.ts';
import type { Incident } from '../../report/incident.ts';
import { Reporter } from '../../report/report.ts';

/** So many facts are read at a time, a few ms of them, so that the page stays alive over a long run. */
const slice = 20_000;

const breath = (): Promise<void> => new Promise((done) => setTimeout(done));

/** The incident report of the branch in view up to a moment, which must be computed. */
export async function incidentAt(session: Session, at: Micros): Promise<Incident> {
  const { plan, branch } = session;
  const { trace, actions } = branch;
  let until = trace.seqAt(at);
  let reporter = new Reporter(plan);
  let rewritten = trace.rewritten;
  for (let seq = 0; seq < until; seq += slice) {
    if (seq > 0) await breath();
    // Facts that were replaced meanwhile are not those that follow: begin anew.
    if (trace.rewritten !== rewritten) {
      reporter = new Reporter(plan);
      rewritten = trace.rewritten;
      until = trace.seqAt(at);
      seq = 0;
    }
    trace.forEach(seq, Math.min(until, seq + slice), (words, i) => reporter.takeFact(words, i));
  }
  return incidentOf(plan, reporter.report(at, '', []), reporter.world, actions);
}
