/**
 * The sandbox from the command line:
 * `npm run sandbox -- [--empty|--bare|--own] [--port N] [--clock INSTANT] [--app DIR]
 * [--license active|inactive] [--moments minute|exact] [--field-schemes old|new] [--no-jsm] [--no-confluence]`
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBackend } from './forge';
import { larkfield, type SeedName } from './seeds/larkfield';
import { builtParts, type Site, startSite } from './site/site';

const PROJECT = resolve(__dirname, '..');

const { values: options } = parseArgs({
  options: {
    empty: { type: 'boolean', default: false },
    bare: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
    port: { type: 'string', default: process.env['PORT'] ?? '4000' },
    clock: { type: 'string' },
    app: { type: 'string', default: PROJECT },
    license: { type: 'string' },
    moments: { type: 'string', default: 'minute' },
    'field-schemes': { type: 'string' },
    'no-jsm': { type: 'boolean', default: false },
    'no-confluence': { type: 'boolean', default: false },
  },
});

function clockAt(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const moment = Date.parse(text);
  if (Number.isNaN(moment))
    throw new Error(`--clock wants a moment, for example 2021-03-01T00:00:00Z; not ${text}`);
  return moment;
}

function license(): 'active' | 'inactive' | undefined {
  const { license: state } = options;
  if (state === undefined || state === 'active' || state === 'inactive') return state;
  throw new Error(`--license is active or inactive, not ${state}`);
}

function moments(): 'minute' | 'exact' {
  const { moments: kept } = options;
  if (kept === 'minute' || kept === 'exact') return kept;
  throw new Error(`--moments is minute or exact, not ${kept}`);
}

function fieldSchemes(): 'old' | 'new' | undefined {
  const kind = options['field-schemes'];
  if (kind === undefined || kind === 'old' || kind === 'new') return kind;
  throw new Error(`--field-schemes is old or new, not ${kind}`);
}

function seedName(): SeedName {
  if (options.bare) return 'bare';
  if (options.own) return 'own';
  return options.empty ? 'empty' : 'demo';
}

async function main(): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0)
    throw new Error(`--port wants a number, not ${options.port}`);
  const appDir = resolve(options.app);
  const backendDir = resolve(PROJECT, 'dist/backend', appDir === PROJECT ? 'own' : 'other');
  await buildBackend({ appDir, outDir: backendDir });
  const site = await startSite({
    ...builtParts(PROJECT),
    appDir,
    backendDir,
    port,
    clockAt: clockAt(options.clock),
    license: license(),
    moments: moments(),
    serviceManagement: !options['no-jsm'],
    fieldSchemes: fieldSchemes(),
    confluence: !options['no-confluence'],
    seed: larkfield(seedName()),
    log: (message, detail) => console.error(message, detail ?? ''),
  });
  const end = () => {
    void site.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  console.log(`ready ${site.url}`);
  if (process.env['SANDBOX_WELCOME'] && seedName() === 'demo') welcome(site);
}

function welcome(site: Site): void {
  const { url } = site;
  const who = site
    .people()
    .map(({ displayName, email, roles }) => `  ${email}  ${displayName}, ${roles.join(', ')}`);
  console.log(`
A local Atlassian site with the app installed. Ctrl-C ends it and forgets everything.

  ${url}/issues/?jql=project=HOT+AND+resolution+IS+EMPTY   incidents now
  ${url}/secure/CreateIssue.jspa                             raise one
  ${url}/backstage                                           what happens behind the stage

Look as somebody else from the avatar menu, or add ?as=…&theme=dark&locale=de-DE to any address:
${who.join('\n')}`);
}

/** What went wrong and what to do, in one line where we know. */
function sentence(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const taken = 'code' in error && error.code === 'EADDRINUSE';
  return taken
    ? `Port ${options.port} is taken. Choose another: PORT=4001 npm start, or --port 4001.`
    : error.message;
}

main().catch((error: unknown) => {
  console.error(sentence(error));
  process.exit(1);
});
