// @ts-check
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { measurePage } from './page.mjs';

const built = spawnSync(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'build', '-c', 'bench/vite.config.ts', '--logLevel', 'warn'],
  { stdio: 'inherit' },
);
if (built.status !== 0) process.exit(built.status ?? 1);
const output = new URL('../node_modules/.understudy-bench/engine.js', import.meta.url);
const engine = await import(output.href);

const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounds = 15;
/** About two simulated minutes at 2 servers, so that every round has its takeovers and givebacks. */
const facts = 121_000;
const bareSteps = 1_000_000;
const holdSteps = 2_000_000;
const peerSteps = 400_000;
const rows = [];

/**
 * All sizes run side by side, a little of each in every round, and ratios are taken inside a
 * round: what else the machine does then reaches all of them alike.
 */
const clusters = [2, 8, 32, 128, 1024].map((servers) => ({
  servers,
  cluster: new engine.BusyCluster(servers),
  perFact: /** @type {number[]} */ ([]),
  perAppointment: /** @type {number[]} */ ([]),
}));
/** @type {number[]} */
const bare = [];
for (let round = 0; round < rounds; round++) {
  bare.push((engine.agendaHold(200, bareSteps).micros * 1000) / bareSteps);
  for (const { cluster, perFact, perAppointment } of clusters) {
    // The others have used the caches since: its own world comes back into them first.
    cluster.run(facts / 2);
    const run = cluster.run(facts);
    perFact.push((run.micros * 1000) / run.facts);
    perAppointment.push((run.micros * 1000) / run.steps);
  }
  const told = clusters.map(({ servers, perFact }) => `${servers}: ${perFact[round]?.toFixed(0)}`);
  console.log(`round ${round + 1}, ns a fact at servers  ${told.join('  ')}`);
}
const ratio = (/** @type {number[]} */ values, /** @type {number[]} */ to) =>
  median(values.map((value, round) => value / (to[round] ?? NaN)));
const spread = Math.max(
  ...clusters.map(({ perFact }) => Math.max(...perFact) / Math.min(...perFact)),
);
const [smallest] = clusters;
for (const { servers, perFact, perAppointment } of clusters) {
  for (const [what, values, least] of /** @type {const} */ ([
    ['fact', perFact, smallest?.perFact ?? []],
    ['appointment', perAppointment, smallest?.perAppointment ?? []],
  ])) {
    const ns = median(values);
    rows.push([
      `CPU per ${what}, ${servers} servers`,
      `${ns.toFixed(0)} ns (${(1000 / ns).toFixed(2)} M a second)`,
      `${ratio(values, bare).toFixed(1)} × the bare loop, ${ratio(values, least).toFixed(2)} × that at 2 servers`,
    ]);
  }
}
const [, eight] = clusters;
const largest = clusters.at(-1);
rows.push([
  'CPU per fact, 1,024 servers against 8',
  `${ratio(largest?.perFact ?? [], eight?.perFact ?? []).toFixed(2)} ×`,
  'goal: at most 1.5; 2.5 M facts a second at every size',
]);
for (const [pending, goal] of /** @type {const} */ ([
  [100, 0.64],
  [10_000, 0.39],
])) {
  /** @type {number[]} */
  const toReference = [];
  /** @type {number[]} */
  const toPeer = [];
  let ns = 0;
  for (let round = 0; round < 5; round++) {
    const ours = engine.agendaHold(pending, holdSteps);
    const reference = engine.closureHold(pending, holdSteps);
    const peer = engine.simjsHold(pending, peerSteps);
    if (ours.at !== reference.at) throw new Error('The two loops reach different instants');
    ns = (ours.micros * 1000) / holdSteps;
    toReference.push(ours.micros / reference.micros);
    toPeer.push(ours.micros / holdSteps / (peer.micros / peerSteps));
  }
  rows.push([
    `Hold model, ${pending.toLocaleString('en')} pending`,
    `${ns.toFixed(0)} ns`,
    `${median(toReference).toFixed(2)} × a heap of closures (goal: at most ${goal}), ${median(toPeer).toFixed(2)} × simjs`,
  ]);
}
const seeded = median(Array.from({ length: 3 }, () => engine.seededRuns(1000, 5000)));
rows.push([
  '1,000 seeded runs of 5,000 facts',
  `${(seeded / 1e6).toFixed(2)} s of CPU`,
  'goal: 2 s',
]);
const hour = engine.memoryOfAnHour();
rows.push([
  'Memory of an hour at `top-1`',
  `${(hour.bytes / 1e6).toFixed(1)} MB for ${(hour.facts / 1e6).toFixed(1)} M facts`,
  'goal: at most 60 MB',
]);
const sweep = engine.claimsSweep();
rows.push([`All ${sweep.claims} claims played`, `${(sweep.micros / 1e6).toFixed(2)} s of CPU`, '']);
const steps = engine.chartSteps();
rows.push([
  'Chart step by table',
  `${steps.table.toFixed(1)} ns`,
  `${Math.round(steps.xstate / steps.table)} times faster than transition() at ${(steps.xstate / 1000).toFixed(1)} µs`,
]);
for (const servers of [8, 128]) {
  const { bytes, copy, fresh, clone } = engine.checkpoints(servers);
  rows.push([
    `Checkpoint, ${servers} servers, ${(bytes / 1000).toFixed(0)} kB`,
    `${copy.toFixed(1)} µs, ${fresh.toFixed(1)} µs while memory is new`,
    `${Math.round(clone / copy)} and ${Math.round(clone / fresh)} times cheaper than a structured clone at ${clone.toFixed(0)} µs`,
  ]);
}
const seek = engine.seeks();
const p95 = seek.millis[Math.floor(seek.millis.length * 0.95)] ?? 0;
rows.push([
  `Seek in ${(seek.facts / 1e6).toFixed(1)} M facts`,
  `p50 ${median(seek.millis).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms of CPU`,
  'goal: p95 under 8 ms',
]);

rows.push(...(await measurePage()));

const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
writeFileSync(
  'docs/performance.md',
  `# Performance

Written by \`npm run bench\`: medians of ${rounds} rounds of one run on one machine, trace and invariants on, with a takeover
and a giveback of every pair in each simulated minute. Ratios are what counts; absolute figures differ from machine to
machine. The slowest round of a cluster cost ${spread.toFixed(1)} times its quickest; from 2 on the machine was too busy for a verdict.

A graph of names and cables is drawn three times in one page, in turn: by the slots and cables of the sandbox, the names in groups of
eight that are painted by themselves as the cards of its fleets are, by cytoscape and by @xyflow/svelte, all of it in view. Each figure is processor time of one frame, first of
the page’s thread, then of the whole browser, which paints without a graphics card here; ratios are given for both.

| What | Figure | Against |
| --- | --- | --- |
${table}
`,
);
console.log(`\n${table}`);
