import { mount } from 'svelte';
import '../views/base.css';
import { followTheme } from '../views/theme.ts';
import Embed from './Embed.svelte';

followTheme();
mount(Embed, { target: document.getElementById('app')! });
