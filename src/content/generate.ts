import { seconds } from '../model/time.ts';
import { defaultSettings } from './settings.ts';
import type { Scenario } from './scenario.ts';

/** What a generated cluster may differ in. */
export interface Cluster {
  /** 2 to 1,024, even. */
  readonly servers: number;
  readonly portsPerServer?: number;
  readonly hosts?: number;
  readonly lunsPerServer?: number;
  readonly disksPerServer?: number;
  readonly settings?: Partial<Scenario['settings']>;
}

/** A cluster for benchmarks: pairs of servers over two fabrics, a few hosts, a steady workload. */
export function generateCluster(cluster: Cluster): Scenario {
  const ports = cluster.portsPerServer ?? 2;
  return {
    id: `generated-${cluster.servers}`,
    title: `${cluster.servers} servers`,
    about: '',
    remarks: [],
    topology: {
      servers: cluster.servers,
      portFabrics: Array.from({ length: ports }, (_, port) => (port % 2) + 1),
      hosts: cluster.hosts ?? Math.max(1, cluster.servers >> 2),
      hostPortFabrics: [1, 2],
      lunsPerServer: cluster.lunsPerServer ?? 1,
      disksPerServer: cluster.disksPerServer ?? 4,
      multipath: true,
      plainServers: [],
      portCapacity: 400_000,
    },
    settings: { ...defaultSettings(1), ...cluster.settings },
    script: [],
    stops: [],
    program: false,
    until: seconds(60),
    expect: [],
  };
}
