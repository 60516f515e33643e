import '../views/base.css';
import './inspect.css';
import { hello, isFarewell, readInspection } from './messages.ts';
import { Roster } from './Roster.ts';
import type { Step } from './Roster.ts';

/** The inspector window: it shows in plain text what the sandbox that opened it tells. */
const byId = (id: string): HTMLElement => document.getElementById(id)!;
const status = byId('status');
const list = byId('events');
const table = byId('actors');
const filter = byId('filter') as HTMLInputElement;

/** How often a window that nobody has answered greets again, ms. */
const patience = 400;
const roster = new Roster();
const rows = new Map<string, HTMLTableRowElement>();
let newest: Step | undefined;

if (new URLSearchParams(location.search).get('theme') === 'dark')
  document.documentElement.dataset['theme'] = 'dark';

function rowOf(id: string): HTMLTableRowElement {
  const row = document.createElement('tr');
  const [chart, ...rest] = id.split(' ');
  for (const text of [chart!, rest.join(' '), '']) row.insertCell().textContent = text;
  row.hidden = !wanted(id);
  rows.set(id, row);
  table.append(row);
  return row;
}

const wanted = (id: string): boolean =>
  id.toLowerCase().includes(filter.value.trim().toLowerCase());

filter.addEventListener('input', () => {
  for (const [id, row] of rows) row.hidden = !wanted(id);
});

function showActors(): void {
  for (const [id, state] of roster.states) {
    const cell = (rows.get(id) ?? rowOf(id)).cells[2]!;
    if (cell.textContent !== state) cell.textContent = state;
  }
}

/** The newest event stands first, so that it is in view. */
function showEvents(): void {
  const { steps } = roster;
  if (steps.at(-1) === newest) return;
  newest = steps.at(-1);
  const lines = steps.map(({ at, id, event, state }) =>
    lineOf(`${at}  ${id}: ${event} → ${state}`),
  );
  list.replaceChildren(...lines.reverse());
}

function lineOf(text: string): HTMLLIElement {
  const line = document.createElement('li');
  line.textContent = text;
  return line;
}

const opener = window.opener as Window | null;
let answered = false;

function greet(): void {
  if (answered || !opener || opener.closed) return;
  opener.postMessage(hello, location.origin);
  setTimeout(greet, patience);
}

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (origin !== location.origin) return;
  // Whoever is gone when this arrives is no source any more.
  if (isFarewell(data) && (source === opener || source === null)) {
    status.textContent = 'The sandbox has gone. Open this window from it again.';
    return;
  }
  const look = source === opener ? readInspection(data) : null;
  if (!look) return;
  answered = true;
  if (look.begins) {
    roster.forget();
    rows.clear();
    table.replaceChildren();
    list.replaceChildren(lineOf('Nothing has happened since this window was opened.'));
    newest = undefined;
  }
  roster.take(look.events);
  showActors();
  showEvents();
  const shown = roster.states.size.toLocaleString('en');
  const all = look.charts.toLocaleString('en');
  status.textContent = `At ${look.at}. ${shown === all ? all : `${shown} of ${all}`} charts.`;
});

if (opener) greet();
else status.textContent = 'This window shows a run when the sandbox opens it: More, Statecharts.';
