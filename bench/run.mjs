// @ts-check
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

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
const rounds = 3;
const facts = 300_000;
const rows = [];

/** Every round measures the bare loop beside the clusters, and the ratio is taken inside it. */
const sizes = [2, 8, 32, 128];
/** @type {Map<number, { perFact: number[], ratio: number[] }>} */
const clusters = new Map(sizes.map((servers) => [servers, { perFact: [], ratio: [] }]));
for (let round = 0; round < rounds; round++) {
  const bare = (engine.bareLoop(200, 2_000_000) * 1000) / 2_000_000;
  for (const servers of sizes) {
    const sim = engine.busyCluster(servers);
    const run = engine.runBusy(sim, facts);
    const perFact = (run.micros * 1000) / run.facts;
    clusters.get(servers)?.perFact.push(perFact);
    clusters.get(servers)?.ratio.push(perFact / bare);
    console.log(
      `round ${round + 1}: ${servers} servers, ${perFact.toFixed(0)} ns a fact, bare loop ${bare.toFixed(0)} ns`,
    );
  }
}
const at2 = median(clusters.get(2)?.perFact ?? []);
for (const [servers, { perFact, ratio }] of clusters) {
  const ns = median(perFact);
  rows.push([
    `CPU per fact, ${servers} servers`,
    `${ns.toFixed(0)} ns (${(1000 / ns).toFixed(2)} M facts/s)`,
    `${median(ratio).toFixed(1)} × the bare heap loop, ${(ns / at2).toFixed(2)} × that at 2 servers`,
  ]);
}
const steps = engine.chartSteps();
rows.push([
  'Chart step by table',
  `${steps.table.toFixed(1)} ns`,
  `${Math.round(steps.xstate / steps.table)} times faster than transition() at ${(steps.xstate / 1000).toFixed(1)} µs`,
]);
for (const servers of [8, 128]) {
  const { bytes, copy, clone } = engine.checkpoints(servers);
  rows.push([
    `Checkpoint, ${servers} servers, ${(bytes / 1000).toFixed(0)} kB`,
    `${copy.toFixed(1)} µs`,
    `${Math.round(clone / copy)} times cheaper than a structured clone at ${clone.toFixed(0)} µs`,
  ]);
}
const seek = engine.seeks();
const p95 = seek.millis[Math.floor(seek.millis.length * 0.95)] ?? 0;
rows.push([
  `Seek in ${(seek.facts / 1e6).toFixed(1)} M facts`,
  `p50 ${median(seek.millis).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms of CPU`,
  'goal: p95 under 8 ms',
]);

const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
writeFileSync(
  'docs/performance.md',
  `# Performance

Written by \`npm run bench\`: medians of ${rounds} rounds of one run on one machine, trace and invariants on. Ratios are what
counts; absolute figures differ from machine to machine.

| What | Figure | Against |
| --- | --- | --- |
${table}
`,
);
console.log(`\n${table}`);
