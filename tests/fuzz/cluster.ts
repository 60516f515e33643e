import fc from 'fast-check';
import { settings } from '../../src/content/settings.ts';
import { quick } from '../seeds.ts';

type Value = string | number | boolean;
type Part = Readonly<Record<string, Value>>;

/** What a scenario file says of the cluster and of how it behaves. */
export interface Cluster {
  readonly topology: object;
  readonly timers: Part;
  readonly policies: Part;
  readonly workload: Part;
}

/** The timers that make procedures short, as a scenario file writes them. */
function quickPart(part: string): Part {
  const told: Record<string, Value> = {};
  for (const [key, value] of Object.entries(quick)) {
    const setting = settings[key as keyof typeof quick];
    if (setting.part !== part) continue;
    const least = 'least' in setting ? Math.max(value, setting.least) : value;
    told[key] = setting.kind === 'time' ? `${least / 1000}ms` : least;
  }
  return told;
}

/** The cluster of a scenario file, hurried. */
export function hurried(file: {
  readonly topology: object;
  readonly timers?: Part;
  readonly policies?: Part;
}): Cluster {
  return {
    topology: file.topology,
    timers: { ...file.timers, ...quickPart('timers'), automaticGiveback: '1s' },
    policies: { ...quickPart('policies'), ...file.policies },
    workload: quickPart('workload'),
  };
}

const topologies = {
  'top-1': { servers: 2, portFabrics: [1, 2], hosts: 1, hostPortFabrics: [1, 2] },
  'top-3': { servers: 2, portFabrics: [1, 1], hosts: 1, hostPortFabrics: [1, 1] },
  'four ports': { servers: 2, portFabrics: [1, 1, 2, 2], hosts: 2, hostPortFabrics: [1, 2] },
  'two pairs': { servers: 4, portFabrics: [1, 2], hosts: 1, hostPortFabrics: [1, 2] },
} as const;

/** Clusters of several shapes under several policies; the simplest first, for shrinking. */
export const clusters: fc.Arbitrary<Cluster> = fc
  .record({
    topology: fc.constantFrom(
      ...(['top-1', 'top-3', 'top-1', 'top-3', 'four ports', 'two pairs'] as const),
    ),
    automaticGiveback: fc.constantFrom('1s', '1s', 'off'),
    policies: fc.record({
      hardwareAssist: fc.constantFrom(false, false, true),
      portProbeBy: fc.constantFrom('driver', 'driver', 'partner'),
      portTopology: fc.constantFrom('point-to-point', 'point-to-point', 'loop'),
      nameQuery: fc.constantFrom('GID_PN', 'GPN_ID'),
      pathChecker: fc.constantFrom('tur', 'directio'),
      duplicateNames: fc.constantFrom('first-wins', 'first-wins', 'mixed', 'second-wins'),
    }),
  })
  .map(({ topology, automaticGiveback, policies }) => ({
    topology: { ...topologies[topology], lunsPerServer: 1, disksPerServer: 2 },
    timers: { ...quickPart('timers'), automaticGiveback },
    policies: { ...quickPart('policies'), ...policies },
    workload: quickPart('workload'),
  }));
