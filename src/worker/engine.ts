import { makeWorker } from 'virtual:make-worker';
import type { EngineHost } from './host.ts';
import type { Reply, Request } from './protocol.ts';

interface Listener {
  readonly news: (reply: Extract<Reply, { kind: 'news' }>) => void;
  /** The engine made a mistake, or its thread died. */
  readonly fault: (message: string) => void;
}

/** The page’s side of the engine: a worker, or the same engine on this thread where none starts. */
export class Engine {
  private worker: Worker | null = null;
  private local: EngineHost | null = null;
  private readonly listener: Listener;
  private heard = false;
  private stage: 'idle' | 'waits' | 'runs' | 'over' = 'idle';
  private readonly sent: Request[] = [];

  constructor(listener: Listener) {
    this.listener = listener;
  }

  /**
   * Starts the engine’s thread, unless it runs.
   * @param when calls back when it is time; what is sent until then waits
   */
  start(when: (work: () => void) => void): void {
    if (this.stage !== 'idle') return;
    this.stage = 'waits';
    when(() => {
      if (this.stage === 'waits') this.begin();
    });
  }

  private begin(): void {
    this.stage = 'runs';
    try {
      const worker = makeWorker();
      this.worker = worker;
      worker.onmessage = (event: MessageEvent<Reply>) => {
        if (worker !== this.worker) return;
        this.heard = true;
        this.sent.length = 0;
        this.take(event.data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (worker !== this.worker) return;
        // A worker that never spoke cannot start here; one that did has died.
        if (this.heard) this.listener.fault(event.message || 'The engine’s thread stopped.');
        else this.startHere();
      };
      for (const request of this.sent) worker.postMessage(request);
    } catch {
      this.startHere();
    }
  }

  /** Runs the engine on this thread. It is loaded only where it is needed. */
  private startHere(): void {
    this.worker?.terminate();
    this.worker = null;
    void import('./host.ts').then(({ EngineHost: Host }) => {
      this.local = new Host(
        (reply) => this.take(reply),
        (work) => setTimeout(work, 0),
      );
      for (const request of this.sent.splice(0)) this.local.receive(request);
    });
  }

  private take(reply: Reply): void {
    if (reply.kind === 'news') this.listener.news(reply);
    else this.listener.fault(reply.message);
  }

  send(request: Request): void {
    if (this.local) {
      this.local.receive(request);
      return;
    }
    // A worker that has not spoken yet may never start: then these are told to its stand-in.
    if (!this.heard) this.sent.push(request);
    this.worker?.postMessage(request);
  }

  /** Starts a new thread in place of one that died. */
  restart(): void {
    this.worker?.terminate();
    this.heard = false;
    this.sent.length = 0;
    this.begin();
  }

  dispose(): void {
    this.stage = 'over';
    this.worker?.terminate();
    this.worker = null;
    this.local = null;
  }
}
