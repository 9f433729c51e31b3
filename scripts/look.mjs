/** `npm run look`: pictures of every surface and state into look/, one contact sheet per surface. */
import { ensureChromium, ensurePackages } from './install.mjs';
import { runTypeScript } from './typescript.mjs';

ensurePackages();
process.env.CHROMIUM = ensureChromium();
await runTypeScript('scripts/look/main.ts');
