import { mount } from 'svelte';
import '../views/base.css';
import { followTheme } from '../views/theme.ts';
import Gallery from './Gallery.svelte';

followTheme();
const target = document.getElementById('gallery')!;
target.replaceChildren();
mount(Gallery, { target });

// What an address points at is there only now.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
