import type { TableName } from '../model/schema.ts';
import { cableCut, cableMend } from './cable.ts';
import type { Command } from './command.ts';
import { diskFail, diskReplace } from './disk.ts';
import { givebackForced, givebackStart } from './givebackStart.ts';
import { interconnectCut, interconnectMend } from './interconnect.ts';
import { interconnectDegrade, mirrorBreak } from './interconnectParts.ts';
import { nvramDamage } from './nvramDamage.ts';
import { portFail } from './portFail.ts';
import { portMaintenance } from './portMaintenance.ts';
import { portRepair } from './portRepair.ts';
import { serverHang, serverHangDead } from './serverHang.ts';
import { serverPanic } from './serverPanic.ts';
import { serverPause, serverResume } from './serverPause.ts';
import { serverPowerLoss } from './serverPowerLoss.ts';
import { serverRepair } from './serverRepair.ts';
import { serverRelieve, serverSlow } from './serverSlow.ts';
import { serverUpgrade } from './serverUpgrade.ts';
import { mailboxFail, shelfCutHome, shelfCutPartner, shelfMend } from './shelf.ts';
import { takeoverForced } from './takeoverForced.ts';
import { takeoverPlanned } from './takeoverPlanned.ts';
import { takeoverDisable, takeoverEnable } from './takeoverSwitch.ts';
import { workloadStart, workloadStop } from './workload.ts';

export type { Command, Reach, Refusal } from './command.ts';

/** Every command, in the order of the menus. A fact names a command by its place here. */
export const commands: readonly Command[] = [
  serverPowerLoss,
  serverPanic,
  serverHang,
  serverHangDead,
  takeoverPlanned,
  givebackStart,
  serverRepair,
  portFail,
  portMaintenance,
  portRepair,
  cableCut,
  cableMend,
  interconnectCut,
  interconnectMend,
  workloadStart,
  workloadStop,
  serverPause,
  serverResume,
  serverSlow,
  serverRelieve,
  takeoverForced,
  takeoverDisable,
  takeoverEnable,
  serverUpgrade,
  interconnectDegrade,
  mirrorBreak,
  mailboxFail,
  shelfMend,
  shelfCutHome,
  shelfCutPartner,
  diskFail,
  diskReplace,
  nvramDamage,
  givebackForced,
];

/** The command with this id and its place in the registry. */
export function commandNamed(id: string): { command: Command; index: number } | null {
  const index = commands.findIndex((command) => command.id === id);
  return index < 0 ? null : { command: commands[index]!, index };
}

export const commandsFor = (table: TableName): readonly Command[] =>
  commands.filter((command) => command.table === table);
