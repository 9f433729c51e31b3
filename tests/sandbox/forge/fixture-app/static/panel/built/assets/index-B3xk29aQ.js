globalThis.shown = true;
