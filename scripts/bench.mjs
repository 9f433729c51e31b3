/** `npm run bench`: prints the figures of docs/performance.md. Slow on purpose: it repeats itself. */
import { runTypeScript } from './typescript.mjs';

await runTypeScript('bench/main.ts');
