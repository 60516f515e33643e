import { mount } from 'svelte';
import App from './App.svelte';
import { Session } from './app/Session.svelte.ts';
import './views/base.css';
import { followTheme } from './views/theme.ts';

followTheme();
const session = new Session();
void session.openLink(location.search).then((link) => {
  mount(App, { target: document.getElementById('app')!, props: { session, link } });
});
