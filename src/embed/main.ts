import { mount } from 'svelte';
import { openLink } from '../app/openLink.ts';
import { Session } from '../app/Session.svelte.ts';
import '../views/base.css';
import { followTheme } from '../views/theme.ts';
import Embed from './Embed.svelte';

followTheme();
const session = new Session();
void openLink(session, location.search).then(() => {
  mount(Embed, { target: document.getElementById('app')!, props: { session } });
});
