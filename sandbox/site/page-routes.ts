import { Hono } from 'hono';
import { type Arranged, type Jira } from '../jira';
import { type Sessions } from './sessions';

type Parts = { readonly jira: Jira; readonly sessions: Sessions };

/** What Jira's own pages know and do beside its REST API. */
export function pageRoutes({ jira, sessions }: Parts): Hono {
  const app = new Hono();
  app.get('/portals', (c) => c.json(jira.portals(sessions.caller(c).accountId)));
  app.get('/request-types/:id', (c) => {
    const known = jira.arrangement(c.req.param('id'), sessions.caller(c).accountId);
    return known ? c.json(known) : c.json({ error: 'Not yours to arrange.' }, 404);
  });
  app.put('/request-types/:id', async (c) => {
    const wanted = await c.req.json<Arranged>();
    const arranged = jira.arrangeForm(c.req.param('id'), wanted, sessions.caller(c).accountId);
    return arranged ? c.json(arranged) : c.json({ error: 'Not yours to arrange.' }, 404);
  });
  app.get('/ui-modifications', (c) => {
    const { project = '', issueType = '' } = c.req.query();
    const at = { project, issueTypeId: issueType };
    const viewType = jira.createView(project);
    const modifications = jira.modifications(at, viewType, sessions.caller(c).accountId);
    return c.json({ viewType, modifications });
  });
  return app;
}
