import { address, count, flag, name, reference, state, time, word } from '../table.ts';
import { roles } from '../wordLists.ts';

/** Ports of servers and the virtual ports on them. */
export const portTables = {
  port: {
    server: reference('server', 'The server it is built into'),
    number: count('Its number in that server, from 1'),
    fabric: reference('fabric', 'The fabric its cable leads to'),
    cable: reference('cable', 'The cable plugged into it'),
    sibling: reference('port', 'The port of the same server and fabric that can carry its name'),
    pairPort: reference('port', 'The port of the partner server that carries its name in takeover'),
    monitor: state('physicalPort', 'What the driver makes of it', { source: 'claims 36, 39' }),
    since: time('When the port monitor entered its present state'),
    due: time('When the present state ends by itself; 0 when it does not'),
    broken: flag('The port itself is dead'),
    maintenance: flag('It is taken out of service on purpose', { source: 'claim 37' }),
    light: flag('It sees light from the switch'),
    busyUntil: time('When it has moved all bytes accepted so far'),
    capacity: count('What it can move', { unit: 'kB/s' }),
    mute: flag('Half-open: it hears, but no frame of its own leaves it', {
      source: 'FC-FS: a transmitter without buffer-to-buffer credit',
    }),
    dropsData: flag('Black hole: it answers health checks and drops every data command', {
      source: 'SCST: black_hole mode 3',
    }),
    unanswered: count('Health checks unanswered in a row'),
    probedAt: time('When a health check last stayed unanswered'),
    offline: flag('Its driver has switched it off because its health checks stay unanswered'),
    resetting: flag('Its adapter’s firmware starts again; no light meanwhile'),
    resets: count('How often its adapter’s firmware has crashed'),
    flapping: flag('Its transceiver comes and goes by itself'),
    blink: flag('Its flapping transceiver is dark at this moment'),
    flaps: count('How often it has begun to flap'),
    failures: count('Failures that followed each other within the flap window'),
    failedAt: time('When its failure was last noticed'),
  },
  vport: {
    port: reference('port', 'The physical port it shares', { source: 'claims 1, 12, 20' }),
    slot: count('Its row number on that port: 0 base, 1 P, 2 S1, 3 S2', { source: 'claim 22' }),
    role: word(roles, 'What the slot is for'),
    state: state('virtualPort', 'Whether it stands by, is being written, or is logged in'),
    nodeName: name('The node name written in the row; 0 while it stands by', {
      source: 'claims 4, 5, 23, 24',
    }),
    portName: name('The port name written in the row; 0 while it stands by', {
      source: 'claims 4, 6, 23, 25',
    }),
    home: reference('vport', 'The primary whose names it carries or stands by for; itself if P'),
    enabled: flag('The enable bit of the row’s options', {
      source: 'QLogic 24xx VP options bit 3',
    }),
    address: address('The Fibre Channel address its login was given; 0 while not logged in'),
    since: time('When it entered its present state'),
    due: time('When the present state ends by itself; 0 when it does not'),
    generation: count('How often the row has been enabled'),
    refusals: count('Logins refused in a row'),
    writtenAt: time('When the names were last written into the row'),
  },
} as const;
