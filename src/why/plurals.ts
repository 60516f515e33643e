import type { Fact } from '../model/fact.ts';
import type { KindName } from '../model/kinds.ts';
import type { World } from '../model/world.ts';
import { called } from '../scene/words.ts';

/** How many facts of one kind that happen for one reason are told in one sentence. */
interface Plural {
  /** Whether another fact of the kind belongs to the same run. */
  readonly alike: (w: World, fact: Fact, other: Fact) => boolean;
  readonly says: (w: World, fact: Fact, count: number) => string;
}

const S = called.server;
const sameDisks = (_w: World, x: Fact, y: Fact): boolean => x.b === y.b && x.c === y.c;
const serverOf = (w: World, slot: number): number => w.port.server[w.vport.port[slot]!]!;
const sameServer = (w: World, x: Fact, y: Fact): boolean => serverOf(w, x.a) === serverOf(w, y.a);
const slots = (w: World, { a }: Fact, count: number): string =>
  `${count} slots of ${S(w, serverOf(w, a))}`;

/** Kinds that happen to many things at once, for one reason. */
export const plurals: Readonly<Partial<Record<KindName, Plural>>> = {
  'disk.reserved': {
    alike: sameDisks,
    says: (w, f, n) => `${n} disks are reserved by ${S(w, f.b)}: nobody else may write`,
  },
  'disk.owner-changed': {
    alike: sameDisks,
    says: (w, f, n) => `${n} disks change owner from ${S(w, f.b)} to ${S(w, f.c)}`,
  },
  'disk.released': {
    alike: sameDisks,
    says: (w, f, n) => `${S(w, f.b)} releases ${n} disks`,
  },
  'vport.initialized': {
    alike: sameServer,
    says: (w, f, n) => `${slots(w, f, n)} are activated`,
  },
  'vport.names-written': {
    alike: sameServer,
    says: (w, f, n) => `Node names and port names stand in ${slots(w, f, n)}`,
  },
  'vport.enabled': { alike: sameServer, says: (w, f, n) => `${slots(w, f, n)} are enabled` },
  'vport.online': { alike: sameServer, says: (w, f, n) => `${slots(w, f, n)} are logged in` },
  'vport.drained': {
    alike: sameServer,
    says: (w, f, n) => `${slots(w, f, n)} have answered all their requests`,
  },
  'vport.disabled': {
    alike: sameServer,
    says: (w, f, n) => `${slots(w, f, n)} are disabled and stand by`,
  },
};
