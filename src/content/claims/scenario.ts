import { seconds } from '../../model/time.ts';
import type { Scenario } from '../scenario.ts';
import { claimId } from './index.ts';
import type { Claim } from './claim.ts';

/** A claim as a scenario: the cluster of the gallery scenario it names, and what is done there. */
export const scenarioOf = (claim: Claim, cluster: Scenario): Scenario => ({
  ...cluster,
  id: claimId(claim.number),
  title: `Claim ${claim.number}: ${claim.title}`,
  about: claim.elements.map((element) => element.says).join(' '),
  remarks: [],
  settings: { ...cluster.settings, ...claim.settings },
  script: claim.script.map(([at, command, thing]) => ({ at: seconds(at), command, thing })),
  program: claim.stored ?? false,
  until: seconds(claim.until),
});
