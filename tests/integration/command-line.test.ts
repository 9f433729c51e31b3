import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../sandbox/seeds/people';
import { PROJECT } from '../support/project';

let running: ChildProcess | undefined;
afterEach(() => {
  const alive = running?.exitCode === null && running.signalCode === null;
  // The whole group: npm, its shell, and the site.
  if (running?.pid !== undefined && alive) process.kill(-running.pid, 'SIGKILL');
  running = undefined;
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts the sandbox as a person would, and waits for its line. */
async function sandbox(...options: string[]): Promise<{ child: ChildProcess; printed: string }> {
  const child = spawn('npm', ['run', '--silent', 'sandbox', '--', ...options], {
    cwd: PROJECT,
    detached: true,
  });
  running = child;
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  const giveUp = Date.now() + 45_000;
  while (!printed.includes('ready ') && child.exitCode === null && Date.now() < giveUp) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { child, printed };
}

describe('npm run sandbox', () => {
  it('says when it is ready, stands at the clock it was given, and ends on SIGTERM', async () => {
    const port = await freePort();
    const { child, printed } = await sandbox(
      '--empty',
      '--port',
      String(port),
      '--clock',
      '2021-03-01T00:00:00Z',
      '--field-schemes',
      'old',
    );
    expect(printed).toContain(`ready http://localhost:${port}\n`);
    const clock = await fetch(`http://localhost:${port}/_sandbox/clock`);
    expect(await clock.json()).toEqual({ now: '2021-03-01T00:00:00.000Z', running: false });
    const { email = '' } = PEOPLE.find(({ roles }) => roles.includes('admin')) ?? {};
    const schemes = await fetch(`http://localhost:${port}/rest/api/3/config/fieldschemes`, {
      headers: { Authorization: `Basic ${btoa(`${email}:anything`)}` },
    });
    expect(schemes.status).toBe(404);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await expect(fetch(`http://localhost:${port}/_sandbox/clock`)).rejects.toThrow('fetch failed');
  }, 60_000);

  it('has people and no project when it is bare', async () => {
    const port = await freePort();
    await sandbox('--bare', '--port', String(port));
    const ada = {
      Authorization: `Basic ${Buffer.from('ada.winter@larkfield.example:x').toString('base64')}`,
    };
    const projects = await fetch(`http://localhost:${port}/rest/api/3/project/search`, {
      headers: ada,
    });
    expect(await projects.json()).toMatchObject({ total: 0 });
  }, 60_000);

  it("serves another app's folder, its function answering its own trigger", async () => {
    const app = anotherApp();
    const port = await freePort();
    const { printed } = await sandbox('--empty', '--port', String(port), '--app', app);
    expect(printed).toContain('ready');
    const site = `http://localhost:${port}`;
    const ada = {
      Authorization: `Basic ${Buffer.from('ada.winter@larkfield.example:x').toString('base64')}`,
      'Content-Type': 'application/json',
    };
    const fields = {
      project: { key: 'HOT' },
      issuetype: { name: 'Incident' },
      summary: 'Anything',
    };
    await fetch(`${site}/rest/api/3/issue`, {
      method: 'POST',
      headers: ada,
      body: JSON.stringify({ fields }),
    });
    await fetch(`${site}/_sandbox/idle`, { method: 'POST' });
    const storage = await fetch(`${site}/_sandbox/storage`);
    expect(await storage.text()).toContain('seen');
  }, 90_000);

  it('says how finely date-time fields can be kept', async () => {
    const { child, printed } = await sandbox('--empty', '--moments', 'seconds');
    expect(printed).toContain('--moments is minute or exact, not seconds');
    expect(child.exitCode).toBe(1);
  });

  it('says that its port is taken, and what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { printed } = await sandbox('--bare', '--port', String(port));
    server.close();
    expect(printed).toContain(`Port ${port} is taken. Choose another`);
  }, 60_000);

  it('says what is wrong with its options', async () => {
    const { printed } = await sandbox('--clock', 'noon');
    expect(printed).toContain('--clock wants a moment');
  }, 60_000);
});

/** The smallest app there is: one trigger that remembers the issue. */
function anotherApp(): string {
  const app = mkdtempSync(join(tmpdir(), 'another-app-'));
  mkdirSync(join(app, 'src'));
  mkdirSync(join(app, 'node_modules'));
  writeFileSync(
    join(app, 'manifest.yml'),
    `app:
  id: ari:cloud:ecosystem::app/0b8f6f0e-6f9c-4b55-8c1d-5a7e1c2d3f4a
  runtime: { name: nodejs24.x }
permissions: { scopes: ['read:jira-work', 'storage:app'] }
modules:
  function: [{ key: main, handler: index.main }]
  trigger: [{ key: created, function: main, events: ['avi:jira:created:issue'] }]
`,
  );
  writeFileSync(join(app, 'package.json'), '{"name":"another-app","version":"1.0.0"}');
  const kvs = JSON.stringify(join(PROJECT, 'node_modules/@forge/kvs'));
  writeFileSync(
    join(app, 'src/index.js'),
    `import { kvs } from ${kvs};\nexport const main = ({ issue }) => kvs.set('seen', issue.id);\n`,
  );
  return app;
}
