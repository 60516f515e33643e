import { failoverModes, portMoves } from '../model/modes.ts';
import { choice } from './setting.ts';
import type { Setting } from './setting.ts';
import type { FailoverModes } from '../model/modes.ts';

/** What happens to identities when a server or a port fails: the designs that products have. */
export const modeSettings: Readonly<Record<keyof FailoverModes, Setting>> = {
  failoverMode: choice(
    failoverModes[0],
    failoverModes,
    'What a survivor does for the hosts of its failed partner: it takes the names into slots of its own ports, or no name moves and hosts use its own',
    'claims 1, 12, 18; the others are Data ONTAP 7 cfmodes standby, partner and single_image',
  ),
  portMove: choice(
    portMoves[0],
    portMoves,
    'Where the name of a failed port goes: to a sibling port, to the paired port of the partner, nowhere, or with the whole server to the partner',
    'claims 36 to 40: to a sibling port; 3PAR OS 3.1.3: to the partner port pair; SVC: nowhere; ONTAP 7: takeover on interface failure',
  ),
};
