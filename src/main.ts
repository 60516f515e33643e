import { mount } from 'svelte';
import App from './App.svelte';
import './views/base.css';
import { followTheme } from './views/theme.ts';

followTheme();
mount(App, { target: document.getElementById('app')! });
