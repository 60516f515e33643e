import * as disks from './occasions/disks.ts';
import * as fabric from './occasions/fabric.ts';
import * as ports from './occasions/ports.ts';
import * as servers from './occasions/servers.ts';
import { alertArrives } from './alerts.ts';
import { homeHears, partnerIsAsked } from './lodging.ts';
import { workloadStarts } from './requests/submit.ts';

/** What happens on occasions that come only after orders and failures; the others are at work. */
export const occasions = {
  'impaired partner is heard': servers.impairedIsHeard,
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
  'partner is asked': partnerIsAsked,
  'home hears of its name': homeHears,
  'port is probed': ports.portIsProbed,
  'port failure is known': ports.portFailureIsKnown,
  'port flaps': ports.portFlaps,
  'adapter initializes': ports.adapterInitializes,
  'adapter is ready': ports.adapterIsReady,
  'workload starts': workloadStarts,
};
