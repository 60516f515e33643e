import type { Rules } from './rule.ts';
import { lastOf } from './told.ts';
import type { Told } from './told.ts';

/** The login under which a name is already known; of the world only the trace says which it was. */
const loginFact = (told: Told, login: number, until: number): number =>
  login > 0
    ? lastOf(
        told,
        ['fabric.login-accepted', 'fabric.host-login-accepted'],
        until,
        ({ b }) => b === login,
      )
    : -1;
const switchPortOf = ({ world: w }: Told, slot: number): number =>
  w.cable.switchPort[w.port.cable[w.vport.port[slot]!]!]!;

/** Slots of the virtual port database and their logins. */
export const slotRules: Rules = {
  'vport.initialized': {
    says: 'A standby slot is made ready to carry the partner’s name',
    sources: ['claims 20, 26'],
    settings: ['activateSlot', 'prepareSlotsEarly'],
  },
  'vport.names-written': {
    says: 'An identity is two names; taking it over is writing them into a row of the database',
    sources: ['claims 4, 22 to 25'],
    settings: ['writeNames'],
  },
  'vport.enabled': {
    says: 'A slot is enabled last, when its disks can be served',
    sources: ['claims 1, 18, 26', 'SVC: ports do not come online until they can serve'],
    settings: ['orderOfSteps'],
  },
  'vport.online': {
    says: 'A name answers once the fabric has given it an address',
    sources: ['claims 1, 8', 'FC-LS: FDISC'],
    settings: ['login'],
  },
  'vport.link-down': {
    says: 'Without light there is no login; the row stays enabled',
    settings: ['linkLoss'],
  },
  'vport.quiesced': {
    says: 'A slot that is to leave takes no new requests',
    settings: ['quiescing', 'drainLimit'],
  },
  'vport.drained': {
    says: 'What it had begun is answered, for at most drainLimit',
    settings: ['drainLimit'],
    // The answer that was the last is no reason: the slot would have gone on.
    from: (told, { a, seq }) => lastOf(told, ['vport.quiesced'], seq, (fact) => fact.a === a),
  },
  'vport.disabled': {
    says: 'A row that does not serve stands by, and a borrowed name is taken out of it',
    sources: ['claims 20, 29'],
  },
  'vport.refused': {
    says: 'A refused login is tried again every loginRetry',
    settings: ['loginRetry'],
  },
  'vport.barred': {
    says: 'A refusal that waiting does not cure is reported',
    sources: ['ONTAP: scsitarget.fct.npivErr, scsitarget.fct.loginfailed'],
    settings: ['loginRetry'],
  },
  'vport.evicted': {
    says: 'Where the second login wins, the first one ends',
    settings: ['duplicateNames', 'secondLogin'],
  },
  'vport.duplicate-refused': {
    says: 'A driver keeps a name in one row only',
    sources: ['QLogic firmware: VPCERR_BAD_WWN'],
  },
  'vport.pair-refused': {
    says: 'A name moves only inside its fabric',
    settings: ['partnerPorts', 'siblingFabric'],
  },
  'fabric.fdisc-sent': {
    says: 'A further name on a port logs in by FDISC (NPIV)',
    sources: ['claims 1, 12', 'FC-LS: FDISC'],
    settings: ['login'],
  },
  'fabric.logo-sent': {
    says: 'A name logs out where it was before it logs in where it goes',
    sources: ['claim 29', 'FC-LS: LOGO'],
  },
  'fabric.login-accepted': {
    says: 'A login gets an address of the switch port that it came through: same name, new address',
    sources: ['claims 1, 8', 'FC-LS: FLOGI, FDISC'],
    settings: ['login'],
  },
  'fabric.login-rejected': {
    says: (_w, { b }) =>
      b
        ? 'A name that is logged in keeps its place: the first login wins'
        : 'A switch port carries only so many logins',
    settings: (_w, { b }) => (b ? ['duplicateNames', 'secondLogin'] : ['loginLimit']),
    also: (told, { b, seq }) => loginFact(told, b, seq),
  },
  'fabric.npiv-refused': {
    says: 'A switch port without NPIV grants no further name',
    sources: ['FC-LS: NPIV; ONTAP: scsitarget.fct.npivErr'],
    also: (told, { a, seq }) =>
      lastOf(told, ['switch-port.npiv-off'], seq, (fact) => fact.a === switchPortOf(told, a)),
  },
  'fabric.limit-reached': {
    says: 'A switch port refuses logins beyond its limit',
    settings: ['loginLimit', 'loginLimitEnforced'],
  },
  'fabric.name-still-listed': {
    says: 'A name server that hears of a logout late still lists the name',
    settings: ['logoutQuiesce', 'duplicateNames'],
    also: (told, { b, seq }) => lastOf(told, ['name-server.stale'], seq, ({ a }) => a === b),
  },
  'fabric.evicted': {
    says: 'Under this policy the second login under a name ends the first',
    settings: ['duplicateNames', 'secondLogin'],
    also: (told, { b, seq }) => loginFact(told, b, seq),
  },
  'fabric.logged-out': { says: 'A LOGO ends a login at once', sources: ['FC-LS: LOGO'] },
  'fabric.implicit-logout': {
    says: 'A switch ends what is logged in behind a port whose light stays away for linkLoss (R_T_TOV)',
    settings: ['linkLoss', 'implicitLogout'],
  },
  'name-server.registered': {
    says: 'Whoever has an address is listed under its names',
    sources: ['FC-GS: name server'],
  },
  'name-server.removed': {
    says: 'An entry ends with its login',
    sources: ['FC-GS: name server'],
    settings: ['logoutQuiesce'],
  },
  'name-server.stale': {
    says: 'A logout is kept from the name server for logoutQuiesce',
    settings: ['logoutQuiesce'],
  },
};
