import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

type Packet = { readonly channel: string; readonly payload: unknown };

/** Messages between the pages of all browsers that show the site: each hears what any of them publishes. */
export function realtimeRoutes(): Hono {
  const listeners = new Set<(packet: Packet) => void>();
  const app = new Hono();
  app.get('/realtime', (c) =>
    streamSSE(c, async (stream) => {
      const closed = new Promise<void>((resolve) => {
        stream.onAbort(resolve);
      });
      const tell = (packet: Packet) => {
        void stream.writeSSE({ data: JSON.stringify(packet) });
      };
      listeners.add(tell);
      // Whoever waits for the first words knows that they miss nothing from here on.
      await stream.writeSSE({ event: 'open', data: '' });
      await closed;
      listeners.delete(tell);
    }),
  );
  app.post('/realtime', async (c) => {
    const packet = await c.req.json<Packet>();
    for (const tell of listeners) tell(packet);
    return c.json({ heard: listeners.size });
  });
  return app;
}
