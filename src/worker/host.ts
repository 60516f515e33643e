import { Run } from '../kernel/branches.ts';
import { learn, NotLoaded } from '../kernel/procedures.ts';
import type { Micros } from '../model/time.ts';
import type { Reply, Request } from './protocol.ts';

/** Time of stepping between two checkpoints: seeking back costs no more than this, on any device. */
const checkpointEvery = 4;
/** Facts told between two looks at the clock. */
const stride = 500;
/** Time of stepping after which messages are listened to again. */
const slice = 12;

/** Loads what the engine does only after orders and failures. */
const rest = async (): Promise<void> =>
  learn((await import('../kernel/afterOrders.ts')).afterOrders);

/** Whether a run does what people ask for: only then is all of the engine needed for certain. */
const hasActions = (request: Request): boolean =>
  request.kind !== 'extend' && request.actions.length > 0;

/**
 * The engine behind a message channel: runs ahead in slices and answers with news. It begins with
 * what a cluster does by itself; the rest is loaded behind the first news, or when it is needed.
 */
export class EngineHost {
  private run: Run | null = null;
  private number = 0;
  private to: Micros = 0;
  private scheduled = false;
  private readonly reply: (reply: Reply, transfer: Transferable[]) => void;
  private readonly later: (work: () => void) => void;
  private readonly rest: () => Promise<void>;
  private loading: Promise<void> | null = null;
  private whole = false;
  /** What is done once all of the engine is here, in this order. */
  private waiting: (() => void)[] = [];

  constructor(reply: EngineHost['reply'], later: EngineHost['later'], load = rest) {
    this.reply = reply;
    this.later = later;
    this.rest = load;
  }

  receive(request: Request): void {
    const { run } = request;
    const take = (): void => this.guarded(run, () => this.take(request));
    const waits = this.waiting.length > 0 || (!this.whole && hasActions(request));
    if (waits) this.whenWhole(run, take);
    else take();
  }

  private take(request: Request): void {
    if (request.kind === 'open') {
      this.number = request.run;
      this.run = new Run(request.plan, request.actions);
      if (request.known > 0) {
        this.run.extend(request.known);
        this.run.news();
      } else {
        // Whatever comes next, it goes on from moment 0, which is then known to both.
        this.tell(this.run);
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
    this.tell(run);
    if (!done) this.schedule();
    // Nobody waits for it yet, so it may fail here; whoever needs it is told.
    this.load().catch(() => undefined);
  }

  private tell(run: Run): void {
    const news = run.news();
    const transfer = [news.words.buffer, ...news.checkpoints.map(({ bytes }) => bytes)];
    this.reply({ kind: 'news', run: this.number, news }, transfer);
  }

  /** Loads the rest of the engine, once. */
  private load(): Promise<void> {
    this.loading ??= this.rest().then(() => {
      this.whole = true;
    });
    return this.loading;
  }

  /** Does this when all of the engine is here. What is asked for meanwhile waits its turn. */
  private whenWhole(run: number, work: () => void): void {
    this.waiting.push(work);
    this.load().then(
      () => {
        for (const each of this.waiting.splice(0)) each();
      },
      (error: unknown) => {
        // All that waited has failed, and one fault tells it.
        if (this.waiting.splice(0).length > 0)
          this.fault(run, `A part of it could not be loaded.\n${String(error)}`);
      },
    );
  }

  /** The one boundary at which a mistake of ours is caught; the page shows it and starts anew. */
  private guarded(run: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof NotLoaded && !this.whole) {
        // Odd settings can make a cluster fail over untouched: it goes on where it was told last.
        this.run?.backUp();
        this.whenWhole(run, () => this.guarded(run, work));
        return;
      }
      this.fault(
        run,
        error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
      );
    }
  }

  private fault(run: number, message: string): void {
    this.run = null;
    this.reply({ kind: 'fault', run, message: message.slice(0, 4_000) }, []);
  }
}
