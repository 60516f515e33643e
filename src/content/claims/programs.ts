import type { Claim } from './claim.ts';
import { portClaims } from './ports.ts';
import { serverClaims } from './servers.ts';
import { deviceClaims } from './device.ts';

const claim = (claims: readonly Claim[], number: number): Claim =>
  claims.find((each) => each.number === number)!;

const loaded = {
  says: 'The steps are instructions in a stored program, which a computer reads and runs.',
  shownBy: ['program.loaded'],
  lookAt: [],
} as const satisfies Claim['elements'][number];

/** The same run, read from a stored program first. */
const stored = (number: number, base: Claim, title: string): Claim => ({
  ...base,
  number,
  builtOn: null,
  title,
  stored: true,
  elements: [loaded, ...base.elements],
});

const first = claim(deviceClaims, 1);

/** Claims 18, 19, 35 and 40: the same steps, as a program that is stored, loaded and run. */
export const programClaims: readonly Claim[] = [
  {
    ...stored(18, first, 'A stored program takes a partner over'),
    elements: [
      loaded,
      {
        says: 'A first device, server B, notices that a second one, server A, has failed.',
        shownBy: ['partner.declared-failed', 'B', 'A'],
        lookAt: ['A', 'B'],
      },
      {
        says: 'It makes a virtual port ready that shares its physical port, with the identity of A.',
        shownBy: ['vport.names-written', 'B.p0.S1'],
        lookAt: ['B.p0.P', 'B.p0.S1'],
      },
      {
        says: 'It becomes the owner of A’s disks.',
        shownBy: ['disk.owner-changed', 'A.d0', 'A', 'B'],
        lookAt: ['A.d0'],
      },
    ],
  },
  {
    ...stored(19, claim(deviceClaims, 4), 'A stored program copies both names'),
    builtOn: 18,
  },
  stored(35, claim(serverClaims, 26), 'A stored program for a second server'),
  stored(40, claim(portClaims, 36), 'A stored program moves a name between ports'),
];
