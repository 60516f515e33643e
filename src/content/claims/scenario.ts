import { seconds } from '../../model/time.ts';
import type { Scenario } from '../scenario.ts';
import { claimId } from './index.ts';
import type { Claim } from './claim.ts';
import { leftOutId } from './leftOut.ts';
import type { LeftOut } from './leftOut.ts';

const linesOf = (script: Claim['script']): Scenario['script'] =>
  script.map(([at, command, thing]) => ({ at: seconds(at), command, thing }));

/** A claim as a scenario: the cluster of the gallery scenario it names, and what is done there. */
export const scenarioOf = (claim: Claim, cluster: Scenario): Scenario => ({
  ...cluster,
  id: claimId(claim.number),
  title: `Claim ${claim.number}: ${claim.title}`,
  about: claim.elements.map((element) => element.says).join(' '),
  remarks: [],
  settings: { ...cluster.settings, ...claim.settings },
  script: linesOf(claim.script),
  program: claim.stored ?? false,
  until: seconds(claim.until),
});

/** The same with one part of the claim left out. */
export const scenarioWithout = (part: LeftOut, claim: Claim, cluster: Scenario): Scenario => {
  const whole = scenarioOf(claim, cluster);
  return {
    ...whole,
    id: leftOutId(part),
    title: `Claim ${claim.number} without a part: ${part.title}`,
    about: part.says,
    settings: { ...whole.settings, ...part.settings },
    script: part.script ? linesOf(part.script) : whole.script,
    until: part.until === undefined ? whole.until : seconds(part.until),
  };
};
