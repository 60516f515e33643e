import { claimId, claims } from '../src/content/claims/index.ts';
import { fromGallery } from '../src/content/gallery.ts';
import { planOf } from '../src/content/plan.ts';
import { Run, Sim } from '../src/kernel/run.ts';
import { seconds } from '../src/model/time.ts';
import * as packing from '../src/model/packedFacts.ts';
import { packWith, Trace } from '../src/model/trace.ts';
import { cpu } from './cpu.ts';

/** CPU time, µs, of `runs` seeded runs of about `facts` facts each, in which server A loses power. */
export function seededRuns(runs: number, facts: number): number {
  const scenario = fromGallery('top-1')!;
  const settings = { ...scenario.settings, requestRate: 10, missesAllowed: 3 };
  const plans = Array.from({ length: runs }, (_, seed) =>
    planOf({ ...scenario, settings: { ...settings, seed } }),
  );
  return cpu(() => {
    for (const plan of plans) {
      const sim = new Sim(plan);
      sim.runUntil(seconds(1));
      const refusal = sim.act('server.power-loss', 'A');
      if (refusal) throw new Error(refusal.what);
      while (sim.count < facts) sim.runUntil(sim.now + seconds(600), facts - sim.count);
      sim.drain();
    }
  });
}

/**
 * Memory of an hour of simulated time at `top-1`, as the page keeps it: facts and remembered
 * moments, bytes.
 */
export function memoryOfAnHour(): { bytes: number; facts: number } {
  packWith(packing);
  const plan = planOf(fromGallery('top-1')!);
  const run = new Run(plan);
  const trace = new Trace(plan.start);
  const hour = seconds(3600);
  globalThis.gc?.();
  const before = process.memoryUsage();
  for (let done = false; !done;) {
    done = run.extend(hour, 10_000);
    run.checkpoint();
    const { words, checkpoints } = run.news();
    trace.append(words, checkpoints);
  }
  globalThis.gc?.();
  const after = process.memoryUsage();
  const used = (at: NodeJS.MemoryUsage): number => at.heapUsed + at.arrayBuffers;
  return { bytes: used(after) - used(before), facts: trace.count };
}

/** CPU time, µs, of all claims as their scenarios play them, and how many they are. */
export function claimsSweep(): { micros: number; claims: number } {
  const scenarios = claims.map(({ number }) => fromGallery(claimId(number))!);
  const micros = cpu(() => {
    for (const scenario of scenarios) {
      const run = new Run(planOf(scenario), scenario.script);
      while (!run.extend(scenario.until, 50_000)) run.news();
    }
  });
  return { micros, claims: scenarios.length };
}
