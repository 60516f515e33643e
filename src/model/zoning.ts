import type { Plan } from './plan.ts';
import type { World } from './world.ts';

type ZonesByName = readonly (readonly number[] | undefined)[];

interface Zoning {
  readonly initiator: ZonesByName;
  readonly target: ZonesByName;
}

const none: readonly number[] = [];
const known = new WeakMap<Plan, Zoning>();

/** Zones by the name at one of their ends. */
function sorted(names: Int32Array): ZonesByName {
  const zones: number[][] = [];
  for (let zone = 1; zone < names.length; zone++) (zones[names[zone]!] ??= []).push(zone);
  return zones;
}

/** Zones with this name at one end. Zones are configured once, so they are sorted once per plan. */
export function zonesOf(w: World, end: keyof Zoning, name: number): readonly number[] {
  let zones = known.get(w.plan);
  if (zones === undefined) {
    zones = { initiator: sorted(w.zone.initiator), target: sorted(w.zone.target) };
    known.set(w.plan, zones);
  }
  return zones[end][name] ?? none;
}
