import * as disks from './occasions/disks.ts';
import * as fabric from './occasions/fabric.ts';
import * as ports from './occasions/ports.ts';
import * as servers from './occasions/servers.ts';
import { alertArrives } from './alerts.ts';
import { consistencyPoint } from './nvram.ts';
import { answerArrives, commandTimers, retry } from './requests/hostQueue.ts';
import { requestArrives, requestIsServed } from './requests/serve.ts';
import { submit, workloadStarts } from './requests/submit.ts';
import type { Sim } from './sim.ts';

/** What can fall due besides the charts’ own timers: arrivals, orders, the workload. */
export const occasions = {
  'heartbeat arrives': servers.heartbeatArrives,
  'alert arrives': alertArrives,
  'panic packet arrives': servers.panicPacketArrives,
  'shutdown is ordered': servers.shutdownIsOrdered,
  'shutdown is known': servers.shutdownIsKnown,
  'disks are known to be back': servers.disksAreBack,
  'home server has read the mailbox': servers.homeHasReadMailbox,
  'survivor has read the mailbox': servers.survivorHasReadMailbox,
  'mirrors notice the interconnect': servers.mirrorsNotice,
  reserve: disks.reserve,
  label: disks.label,
  claim: disks.claim,
  release: disks.release,
  'fabric is asked to log in': fabric.askedToLogIn,
  'slot asks again': fabric.asksAgain,
  'name server registers': fabric.registers,
  'fabric is told of a logout': fabric.toldOfLogout,
  'name server hears of a logout': fabric.forgets,
  'notification arrives': fabric.notificationArrives,
  'host is notified': fabric.hostIsNotified,
  'fabric is whole': fabric.isWhole,
  'host looks by itself': fabric.hostLooks,
  'host port asks to log in': fabric.hostPortAsks,
  'name server answers': fabric.nameServerAnswers,
  'PLOGI is answered': fabric.plogiAnswered,
  'PRLI is answered': fabric.prliAnswered,
  'ADISC is answered': fabric.adiscAnswered,
  'port is probed': ports.portIsProbed,
  'port flaps': ports.portFlaps,
  'adapter initializes': ports.adapterInitializes,
  'adapter is ready': ports.adapterIsReady,
  submit,
  'request arrives': requestArrives,
  'request is served': requestIsServed,
  'answer arrives': answerArrives,
  retry,
  'command timers': commandTimers,
  'consistency point': consistencyPoint,
  'workload starts': workloadStarts,
  'debt is due': (sim, row, property) => sim.ledger.look(row, property),
  'cluster may be at rest': (sim) => sim.ledger.lookAtRest(),
} satisfies Readonly<Record<string, Occasion>>;

type Occasion = (sim: Sim, row: number, arg: number) => void;

export type OccasionName = keyof typeof occasions;

const list: readonly Occasion[] = Object.values(occasions);

/** The number of each occasion in the agenda, counted after the charts. */
export const occasionNumber = Object.fromEntries(
  Object.keys(occasions).map((name, i) => [name, i]),
) as Readonly<Record<OccasionName, number>>;

/** Keeps an appointment with this number. */
export const keepNumber = (number: number, sim: Sim, row: number, arg: number): void =>
  list[number]!(sim, row, arg);

/** Keeps an appointment of this name at once. */
export const keep = (name: OccasionName, sim: Sim, row: number, arg: number): void =>
  keepNumber(occasionNumber[name], sim, row, arg);
