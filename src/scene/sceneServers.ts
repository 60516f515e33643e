import { stateOf, within } from '../charts/index.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import {
  lifeIs,
  nameMark,
  portLook,
  rowsOf,
  rowsWhere,
  serverLook,
  share,
  slotIs,
} from './look.ts';
import type { NameMark, PortMark, ServerMark, StillServer } from './marks.ts';
import type { Places } from './places.ts';
import { called, serverWords } from './words.ts';

const seconds = (micros: Micros): string => (Math.max(0, micros) / 1_000_000).toFixed(1);

/** How far a takeover has come, 0 to 1, from its phase and the time in it. */
function outlineOf(w: World, server: number, at: Micros): number {
  const path = stateOf('failoverMonitor', w.server.monitor[server]!);
  const { settings } = w.plan;
  const since = w.server.monitorSince[server]!;
  const lengths: Readonly<Record<string, readonly [number, number, Micros]>> = {
    'takingOver.fencing': [0, 0.3, settings.fence],
    'takingOver.replaying': [0.3, 0.5, settings.replayFullLog],
    'takingOver.activating': [0.5, 0.65, settings.activateSlot],
    'takingOver.writing': [0.65, 0.85, settings.writeNames],
    'takingOver.loggingIn': [0.85, 1, settings.login],
    'givingBack.quiescing': [1, 0.85, settings.drainLimit],
    'givingBack.loggingOut': [0.85, 0.7, settings.login],
    'givingBack.flushing': [0.7, 0.5, settings.flushLog],
    'givingBack.releasing': [0.5, 0.15, settings.releaseDisks],
    'givingBack.handedOver': [0.15, 0.05, settings.login * 4],
  };
  const phase = lengths[path];
  if (!phase) return path.startsWith('inTakeover') ? 1 : 0;
  const [from, to, length] = phase;
  return from + (to - from) * share(at, since, since + length);
}

function answersOf(w: World, server: number): NameMark[] {
  const identities = new Set<number>();
  const marks: NameMark[] = [];
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.port.server[w.vport.port[slot]!] !== server || w.vport.slot[slot] === 0) continue;
    if (!slotIs.active(w.vport.state[slot]!)) continue;
    const owner = w.port.server[w.vport.port[w.vport.home[slot]!]!]!;
    if (identities.has(owner)) continue;
    identities.add(owner);
    marks.push({
      ...nameMark(w, slot, 'solid', `answers-${server}-${owner}`),
      text: called.server(w, owner),
    });
  }
  return marks;
}

function watchOf(w: World, server: number, at: Micros): ServerMark['watch'] {
  const partner = called.server(w, w.server.partner[server]!);
  const life = w.server.life[server]!;
  if (lifeIs.down(life)) return { what: 'cannot watch', since: 'it is off', fault: false };
  if (lifeIs.hung(life)) return { what: 'cannot watch', since: 'it hangs', fault: false };
  if (within('server', life, 'booting'))
    return { what: 'cannot watch', since: 'it starts', fault: false };
  const heard = w.server.heardAt[server]!;
  const silent = w.server.misses[server]! > 0;
  if (heard === 0) return { what: `watches ${partner}`, since: 'listening', fault: false };
  return {
    what: silent ? `last heard ${partner}` : `watches ${partner}`,
    since: silent ? `${seconds(at - heard)} s ago` : `heard ${seconds(at - heard)} s ago`,
    fault: silent,
  };
}

export function stillServersAt(w: World, places: Places): StillServer[] {
  return rowsOf(w.server.rows).map((server) => {
    const box = places.server[server]!;
    const look = serverLook(w, server);
    const words = serverWords(w, server);
    const answers = answersOf(w, server);
    const label = w.plan.labels.server?.[server] ?? '';
    return {
      row: server,
      box,
      label,
      look,
      words,
      fault: look === 'down' || look === 'hung',
      answers,
      spoken: `${label}, ${words}, answers as ${answers.map((name) => name.text).join(' and ') || 'nobody'}`,
    };
  });
}

/** Servers as they are at an instant, from what is still of them. */
export const serversAt = (w: World, at: Micros, still: readonly StillServer[]): ServerMark[] =>
  still.map((server) => ({
    ...server,
    watch: watchOf(w, server.row, at),
    outline: outlineOf(w, server.row, at),
    logged: loggedFor(w, server.row),
  }));

/** Writes that a taker still has to replay, or has logged for its partner. */
function loggedFor(w: World, server: number): number {
  if (!within('failoverMonitor', w.server.monitor[server]!, 'takingOver')) return 0;
  const partner = w.server.partner[server]!;
  let count = 0;
  for (let block = 1; block < w.block.rows; block++) {
    if (w.lun.home[w.block.lun[block]!] === partner && w.block.partnerLog[block] !== 0) count++;
  }
  return count;
}

export function portsAt(w: World, places: Places): PortMark[] {
  return rowsOf(w.port.rows).map((port) => {
    const box = places.port[port]!;
    const names = rowsWhere(
      w.vport.rows,
      (slot) =>
        w.vport.port[slot] === port && w.vport.slot[slot]! > 0 && w.vport.address[slot] !== 0,
    ).length;
    const look = portLook(w.port.broken[port]!, w.port.light[port]!);
    const fabric = w.plan.labels.fabric?.[w.port.fabric[port]!] ?? '';
    const note =
      look === 'broken'
        ? 'dead'
        : look === 'dark'
          ? 'no light'
          : w.port.maintenance[port]
            ? 'in maintenance'
            : names > 1
              ? `${names} names share it`
              : fabric;
    const label = w.plan.labels.port?.[port] ?? '';
    return {
      row: port,
      box,
      label,
      note,
      look,
      cage: { x: box.x + box.w / 2, y: places.m.server.y },
      keys: {
        right: places.slotLabel - 6,
        first: box.y + places.m.head + places.m.slot / 2 + 4,
        pitch: places.m.slot + places.m.gap,
      },
      spoken: `${called.port(w, port)}, ${note}`,
    };
  });
}
