// @ts-check

/**
 * One procedure bent by hand: what a hurried programmer might have written.
 * @typedef {object} Mutant
 * @property {string} says what the bent procedure does
 * @property {string} file below `src`
 * @property {string} find text that occurs there exactly once
 * @property {string} put what stands there instead
 */

/** @type {readonly Mutant[]} */
export const mutants = [
  {
    says: 'serves its partner’s names before the disks are fenced',
    file: 'kernel/acts/failoverMonitor.ts',
    find: 'const share = diskShare(sim, sim.plan.settings.fence, partner);',
    put: "sim.signal('failoverMonitor', server, 'disks-held');\n    const share = 0;",
  },
  {
    says: 'does not wait for the replay of the log',
    file: 'kernel/acts/failoverMonitor.ts',
    find: "sim.tell('log.replay-started', server, partnerOf(sim, server));",
    put: "sim.signal('failoverMonitor', server, 'log-replayed');",
  },
  {
    says: 'relabels disks without reserving them',
    file: 'kernel/acts/disk.ts',
    find: "void sim.tell('disk.reserved', disk, takerOf(sim, disk))",
    put: 'undefined',
  },
  {
    says: 'gives names home before disks',
    file: 'kernel/acts/failoverMonitor.ts',
    find: "if (sim.plan.settings.orderOfSteps === 'names home before disks')\n      sim.signal",
    put: 'sim.signal',
  },
  {
    says: 'accepts the writes of a server whose disks are reserved by another',
    file: 'kernel/conflict.ts',
    find: 'return holder !== 0 && holder !== server &&',
    put: 'return holder < 0 &&',
  },
  {
    says: 'releases disks before their log is flushed',
    file: 'charts/failoverMonitor.ts',
    find: "'log-flushed': { target: 'releasing', actions: 'tellFlushed' }",
    put: "'log-flushed': { target: 'releasing' }",
  },
  {
    says: 'writes the port name and leaves the node name out',
    file: 'kernel/acts/virtualPort.ts',
    find: 'w.vport.nodeName[home]!,',
    put: 'w.vport.nodeName[slot]!,',
  },
  {
    says: 'takes over although the mailbox says that the partner lives',
    file: 'kernel/permissions.ts',
    find: "const alive = fresh && cause === 'none';",
    put: 'const alive = false;',
  },
  {
    says: 'takes over although its copy of the log is out of step',
    file: 'kernel/permissions.ts',
    find: "return w.server.mirrorInStep[server] ? 'none' : 'unsynchronized log';",
    put: "return 'none';",
  },
  {
    says: 'takes over although its partner already takes it over',
    file: 'kernel/permissions.ts',
    find: "if (fresh && w.server.intent[partner]) return 'partner is attempting takeover';",
    put: '',
  },
  {
    says: 'gives back as soon as the partner waits, whatever the delay',
    file: 'charts/failoverMonitor.ts',
    find: "'partner-waiting': { target: 'ready', actions: 'tellPartnerWaiting' }",
    put: "'partner-waiting': { target: 'checking', actions: 'tellPartnerWaiting' }",
  },
  {
    says: 'gives back although a disk has failed',
    file: 'kernel/permissions.ts',
    find: "if (disks.some(health.failed)) return 'a disk has failed';",
    put: '',
  },
  {
    says: 'gives back automatically for ever, however often the partner dies',
    file: 'kernel/acts/failoverMonitor.ts',
    find: 'if (recent && count >= s.givebacksAllowed) {',
    put: 'if (recent && count < 0) {',
  },
  {
    says: 'moves the disks along with the name of a port',
    file: 'kernel/acts/physicalPort.ts',
    find: "if (sim.plan.settings.portFailover === 'name and disks')",
    put: "if (sim.plan.settings.portFailover !== 'name and disks')",
  },
  {
    says: 'trusts a flapping port again at once',
    file: 'kernel/delays.ts',
    find: 'w.port.failures[port]! >= s.flapsAllowed ? s.holdDown : s.portFailback',
    put: 'port < 0 ? s.holdDown : s.portFailback',
  },
  {
    says: 'notifies no host of what changed in the fabric',
    file: 'kernel/acts/fabric.ts',
    find: 'if (!sim.plan.settings.notifications ||',
    put: 'if (sim.plan.settings.notifications ||',
  },
  {
    says: 'keeps a moved name at its old address in the host',
    file: 'kernel/occasions/fabric.ts',
    find: "sim.cause = sim.tell('path.bound', path, address);",
    put: '',
  },
  {
    says: 'does not notice that writes are no longer mirrored',
    file: 'kernel/mirror.ts',
    find: 'if (!mirrors && (w.server.logMirrored[server]',
    put: 'if (link < 0 && (w.server.logMirrored[server]',
  },
  {
    says: 'answers for disks that it does not own',
    file: 'kernel/requests/serve.ts',
    find: 'const owned = online && believesOwner(sim, server, lun);',
    put: 'const owned = online;',
  },
  {
    says: 'enables a slot as soon as its names are written',
    file: 'kernel/acts/virtualPort.ts',
    find: 'if (early && w.vport.role[slot] === forPartner',
    put: 'if (w.vport.role[slot] === forPartner',
  },
  {
    says: 'grants more logins than a switch port carries',
    file: 'kernel/loginPolicy.ts',
    find: 'loginsBehind(sim, switchPort, slot) >= limit',
    put: 'loginsBehind(sim, switchPort, slot) > limit',
  },
  {
    says: 'accepts a second login under the same name',
    file: 'kernel/loginPolicy.ts',
    find: "if (secondLogin !== 'refused') return true;",
    put: 'if (secondLogin) return true;',
  },
  {
    says: 'shuts a server down without draining its ports',
    file: 'kernel/acts/server.ts',
    find: "sim.signal('virtualPort', slot, 'quiesce');",
    put: "sim.signal('virtualPort', slot, 'disable');",
  },
  {
    says: 'starts serving without replaying its own log',
    file: 'kernel/acts/server.ts',
    find: "sim.tell('log.replayed', server, server);",
    put: 'return;',
  },
  {
    says: 'ends a session at a new login and never tells the host',
    file: 'model/facts/hosts.ts',
    find: 'w.path.attention[a] = b === 0 ? 0 : everyLun;',
    put: 'w.path.attention[a] = everyLun & 0;',
  },
];
