/** `npm start`: from a fresh clone to a demo site in the browser. */
import { ensurePackages } from './install.mjs';

ensurePackages();
process.env.SANDBOX_WELCOME = 'yes';
await import('./sandbox.mjs');
