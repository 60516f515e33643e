import { Run } from '../kernel/run.ts';
import type { Micros } from '../model/time.ts';
import type { Reply, Request } from './protocol.ts';

/** Time of stepping between two checkpoints: seeking back costs no more than this, on any device. */
const checkpointEvery = 4;
/** Facts told between two looks at the clock. */
const stride = 500;
/** Time of stepping after which messages are listened to again. */
const slice = 12;

/** The engine behind a message channel: runs ahead in slices and answers with news. */
export class EngineHost {
  private run: Run | null = null;
  private number = 0;
  private to: Micros = 0;
  private scheduled = false;
  private readonly reply: (reply: Reply, transfer: Transferable[]) => void;
  private readonly later: (work: () => void) => void;

  constructor(reply: EngineHost['reply'], later: (work: () => void) => void) {
    this.reply = reply;
    this.later = later;
  }

  receive(request: Request): void {
    this.guarded(request.run, () => {
      if (request.kind === 'open') {
        this.number = request.run;
        this.run = new Run(request.plan, request.actions);
        if (request.known > 0) {
          this.run.extend(request.known);
          this.run.news();
        }
      } else if (request.run !== this.number || !this.run) {
        return;
      } else if (request.kind === 'branch') {
        this.run.branch(request.branch, request.base, request.at, request.actions);
      } else {
        this.run.switchTo(request.branch);
      }
      this.to = request.to;
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.later(() => {
      this.scheduled = false;
      this.guarded(this.number, () => this.work());
    });
  }

  private work(): void {
    const run = this.run;
    if (!run) return;
    const began = performance.now();
    let marked = began;
    let done = false;
    while (!done && performance.now() - began < slice) {
      done = run.extend(this.to, stride);
      if (performance.now() - marked >= checkpointEvery) {
        run.checkpoint();
        marked = performance.now();
      }
    }
    if (!done) run.checkpoint();
    const news = run.news();
    const transfer = [news.words.buffer, ...news.checkpoints.map(({ bytes }) => bytes)];
    this.reply({ kind: 'news', run: this.number, news }, transfer);
    if (!done) this.schedule();
  }

  /** The one boundary at which a mistake of ours is caught; the page shows it and starts anew. */
  private guarded(run: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.run = null;
      const message =
        error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
      this.reply({ kind: 'fault', run, message: message.slice(0, 4_000) }, []);
    }
  }
}
