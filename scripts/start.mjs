/** `npm start`: from a fresh clone to a demo site in the browser. */
process.env.SANDBOX_WELCOME = 'yes';
await import('./sandbox.mjs');
