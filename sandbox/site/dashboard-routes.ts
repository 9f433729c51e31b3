import { Hono } from 'hono';
import { type Jira, LAYOUTS } from '../jira';
import { type Sessions } from './sessions';

/** How a dashboard is divided into columns: the one thing of it that Jira's published API neither tells nor changes. */
export function dashboardRoutes(jira: Jira, sessions: Sessions): Hono {
  const app = new Hono();
  app.get('/:id/layout', (c) => {
    const layout = jira.layout(c.req.param('id'), sessions.caller(c).accountId);
    return layout ? c.json({ layout }) : c.json({ error: 'No such dashboard' }, 404);
  });
  app.put('/:id/layout', async (c) => {
    const wanted = await c.req.json<{ layout?: string }>();
    const layout = LAYOUTS.find((one) => one === wanted.layout);
    if (!layout) return c.json({ error: `layout is one of ${LAYOUTS.join(', ')}` }, 400);
    const done = jira.setLayout(c.req.param('id'), sessions.caller(c).accountId, layout);
    return done ? c.json({ layout }) : c.json({ error: 'No such dashboard' }, 404);
  });
  return app;
}
