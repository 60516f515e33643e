import type { World } from '../../model/world.ts';
import { identityOf, isHome, serverOfName } from '../../scene/look.ts';
import { called } from '../../scene/words.ts';
import { addressText, fullName } from '../cells.ts';
import type { InspectionTable, Row } from '../page.ts';
import { slotsByAddress } from '../whose.ts';

/** Where a name of a server lives, as the name server of its fabric says. */
export interface PlaceOfName extends Row {
  readonly fabric: number;
  readonly address: number;
  /** The tincture of the server whose name it is. */
  readonly identity: number;
}

/** One row per name of a server, by fabric: registered or nowhere. */
export function placesOfNames(w: World): readonly PlaceOfName[] {
  const entries = new Map<string, number>();
  for (let entry = 1; entry < w.nameEntry.rows; entry++) {
    const { fabric, portName } = w.nameEntry;
    if (fabric[entry]) entries.set(`${fabric[entry]} ${portName[entry]}`, entry);
  }
  const slots = slotsByAddress(w);
  const found: PlaceOfName[] = [];
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (!isHome(w, slot)) continue;
    const fabric = w.port.fabric[w.vport.port[slot]!]!;
    const portName = w.vport.portName[slot]!;
    const address = w.nameEntry.address[entries.get(`${fabric} ${portName}`) ?? 0]!;
    found.push({
      key: `vport.${slot}`,
      thing: { table: 'vport', row: slot },
      cells: [
        `Fabric ${fabric}`,
        fullName(w, portName),
        addressText(address),
        placeOf(w, address, slots.get(address)),
      ],
      fabric,
      address,
      identity: identityOf(serverOfName(w, slot)),
    });
  }
  return found.sort((a, b) => a.fabric - b.fabric);
}

/** The port that an address stands behind. */
function placeOf(w: World, address: number, slot: number | undefined): string {
  if (address === 0) return 'nowhere';
  return slot ? called.port(w, w.vport.port[slot]!) : 'leaving';
}

export const nameServer: InspectionTable = {
  id: 'name-server',
  title: 'Fabric name servers',
  isFor: () => true,
  columns: ['Fabric', 'Port name', 'Address', 'Where'],
  rows: placesOfNames,
  none: 'No server has a name.',
};
