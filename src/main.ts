import { mount } from 'svelte';
import App from './App.svelte';
import { openLink } from './app/openLink.ts';
import type { Asked } from './app/openLink.ts';
import { Session } from './app/Session.svelte.ts';
import { recall } from './app/storage.ts';
import './views/base.css';
import { followTheme } from './views/theme.ts';

followTheme();
const session = new Session();

/** Goes on from an earlier visit, unless the address asks for something. */
async function begin(): Promise<Asked> {
  if (location.search === '' && recall('work')) {
    const { restoreWork } = await import('./app/work.ts');
    if (await restoreWork(session)) return { acts: true, moment: true };
  }
  return openLink(session, location.search);
}

void begin().then((link) => {
  mount(App, { target: document.getElementById('app')!, props: { session, link } });
});
