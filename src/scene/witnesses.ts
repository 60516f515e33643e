import { kindAt, operandAt } from '../model/fact.ts';
import { kindNumber } from '../model/kinds.ts';
import type { Thing } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { Trace } from '../model/trace.ts';
import type { World } from '../model/world.ts';

/** Two rows, 0 for none, of the tables that the property names. */
export type Witnesses = readonly [witness: number, other: number];

/**
 * The rows that first showed a property broken.
 * @param property its number, counted from 1
 * @param at when it broke first, µs
 */
export function firstWitnesses(trace: Trace, property: number, at: Micros): Witnesses {
  let found: Witnesses | null = null;
  trace.forEach(trace.seqAt(at - 1), trace.seqAt(at), (words, i) => {
    if (found || kindAt(words, i) !== kindNumber['invariant.broken']) return;
    if (operandAt(words, i, 0) === property)
      found = [operandAt(words, i, 1), operandAt(words, i, 2)];
  });
  return found ?? [0, 0];
}

/** What the picture shows of a row: itself, or what it is part of; null for nothing. */
export function shownOf(w: World, { table, row }: Thing): Thing | null {
  if (row === 0) return null;
  switch (table) {
    case 'request':
      return shownOf(w, { table: 'block', row: w.request.block[row]! });
    case 'block':
      return shownOf(w, { table: 'lun', row: w.block.lun[row]! });
    case 'lun':
      return shownOf(w, { table: 'disk', row: w.lun.firstDisk[row]! });
    case 'path':
      return shownOf(w, { table: 'hostPort', row: w.path.hostPort[row]! });
    case 'login':
      return shownOf(w, { table: 'vport', row: w.login.vport[row]! });
    case 'nameEntry':
      return shownOf(w, {
        table: 'vport',
        row: w.vport.portName.indexOf(w.nameEntry.portName[row]!),
      });
    case 'switchPort':
      return shownOf(w, { table: 'cable', row: w.switchPort.cable[row]! });
    case 'cable':
      return (
        shownOf(w, { table: 'port', row: w.cable.port[row]! }) ??
        shownOf(w, { table: 'hostPort', row: w.cable.hostPort[row]! })
      );
    case 'server':
    case 'port':
    case 'vport':
    case 'host':
    case 'hostPort':
    case 'fabric':
    case 'disk':
    case 'shelf':
      return { table, row };
    default:
      return null;
  }
}

/** The first of several things that the picture shows something of. */
export function firstShown(w: World, things: readonly Thing[]): Thing | null {
  for (const thing of things) {
    const shown = shownOf(w, thing);
    if (shown) return shown;
  }
  return null;
}
