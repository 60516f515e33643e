import type { Session } from '../app/Session.svelte.ts';
import type { Thing } from '../model/plan.ts';
import type { Property } from '../properties/index.ts';
import { firstShown, firstWitnesses } from '../scene/witnesses.ts';
import type { Witnesses } from '../scene/witnesses.ts';

/** Rows that showed a property broken first, by the number of the property, counted from 1. */
export const witnessesOf = (session: Session, property: number): Witnesses =>
  firstWitnesses(session.branch.trace, property, session.quietWorld.property.firstAt[property]!);

/** The same as things. */
export const witnessThings = (property: Property, rows: Witnesses): readonly Thing[] =>
  property.witnesses.flatMap((table, i) => {
    const row = rows[i]!;
    return table === undefined || row === 0 ? [] : [{ table, row }];
  });

/** Stands, paused, at the moment at which a property broke first, and marks what showed it. */
export function showBreach(session: Session, number: number, property: Property): void {
  const things = witnessThings(property, witnessesOf(session, number));
  session.time.pause();
  session.time.seek(session.quietWorld.property.firstAt[number]!);
  session.select(firstShown(session.world, things));
}
