import type { Thing } from '../../model/plan.ts';
import type { InspectionTable } from '../page.ts';
import { ownership, reservations } from './disks.ts';
import { fabricLogins, hostsLoggedIn } from './logins.ts';
import { mailbox } from './mailbox.ts';
import { nameServer } from './nameServer.ts';
import { nvram } from './nvram.ts';
import { luns, paths } from './paths.ts';
import { slots } from './slots.ts';
import { messages, requests } from './traffic.ts';

/** Tables that the inspector shows by themselves, with the shapes of the names in them. */
export const drawn: readonly InspectionTable[] = [slots, nameServer];

/** All others, in the order in which they stand below each other. */
export const listed: readonly InspectionTable[] = [
  paths,
  luns,
  ownership,
  reservations,
  mailbox,
  nvram,
  hostsLoggedIn,
  fabricLogins,
  requests,
  messages,
];

/** Every table of the inspector. */
export const inspectionTables: readonly InspectionTable[] = [...drawn, ...listed];

/** Those that a thing has. */
export const tablesFor = (
  thing: Thing,
  among: readonly InspectionTable[] = inspectionTables,
): readonly InspectionTable[] => among.filter((table) => table.isFor(thing));
