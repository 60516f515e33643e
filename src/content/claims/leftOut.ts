import type { Settings } from '../../model/plan.ts';
import type { Claim } from './claim.ts';

/** A claim with one part of it left out, to show what that part is there for. */
export interface LeftOut {
  readonly id: string;
  readonly claim: number;
  /** What is left out, in our own words. */
  readonly title: string;
  /** What comes of it. */
  readonly says: string;
  readonly settings: Partial<Settings>;
  /** The gallery scenario whose cluster it uses, where the claim’s own does not show it. */
  readonly cluster?: string;
  /** What is done where it differs from the claim, and how long it is watched, s. */
  readonly script?: Claim['script'];
  readonly until?: number;
  /** The property that stands for the part, then all others that break along with it. */
  readonly breaks: readonly [string, ...string[]];
}

/** The tests of the claims’ edges, n1 to n6. */
export const leftOut: readonly LeftOut[] = [
  {
    id: 'n1',
    claim: 1,
    title: 'The survivor’s port carries one name only',
    says: 'The name of the survivor gives way to that of its partner, and its own hosts lose their disks: the older design with a port that only stands by.',
    settings: { virtualPorts: false },
    breaks: ['S7', 'S10'],
  },
  {
    id: 'n2',
    claim: 4,
    title: 'The slot is enabled before its names are written',
    says: 'For a moment the slot is on line under names that are nobody’s.',
    settings: { orderOfSteps: 'enable before names' },
    breaks: ['S8'],
  },
  {
    id: 'n3',
    claim: 1,
    title: 'The disks are not taken over first',
    says: 'The survivor answers for disks that it does not own.',
    settings: { fencing: false },
    breaks: ['S3', 'S2', 'Q4'],
  },
  {
    id: 'n4',
    claim: 29,
    title: 'The names go home before the survivor has logged out',
    says: 'A fabric that lets it happen has the same name twice, until the disks refuse the server that came home too early, and it halts.',
    settings: { orderOfSteps: 'names home before disks', secondLogin: 'accepted' },
    breaks: ['S1', 'S14'],
  },
  {
    id: 'n5',
    claim: 36,
    title: 'The second port lies in another fabric',
    says: 'The name logs in where no host looks for it. Paths are lost, and the server believes that all is well.',
    cluster: 'top-1',
    settings: { siblingFabric: 'any' },
    breaks: ['S8'],
  },
  {
    id: 'n6',
    claim: 20,
    title: 'The slot that stands by is logged in already',
    says: 'It takes logins under a name that is alive elsewhere.',
    settings: { orderOfSteps: 'log in before enabling' },
    breaks: ['S9'],
  },
];

/** The id of its scenario. */
export const leftOutId = ({ claim, id }: LeftOut): string => `claim-${claim}-${id}`;
