import { EngineHost } from './host.ts';
import type { Reply, Request } from './protocol.ts';

/** The little of a worker’s global scope that is used here. */
interface WorkerScope {
  onmessage: ((event: { data: Request }) => void) | null;
  postMessage(reply: Reply, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

const host = new EngineHost(
  (reply, transfer) => scope.postMessage(reply, transfer),
  (work) => setTimeout(work, 0),
);

scope.onmessage = (event) => host.receive(event.data);
