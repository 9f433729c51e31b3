/**
 * The official manifest validator and every linter of the Forge CLI that needs no login, offline.
 * Fails on an error and on a warning. Scopes of our own calls are checked by tests/architecture/scopes.test.ts.
 */
const { existsSync, mkdtempSync, writeFileSync } = require('node:fs');
const { readFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

// Where the published description is beside the project, the scope linter reads it; else the tests say it is not.
const published = resolve(
  process.env.HOT_OPENAPI_DIR ?? resolve(__dirname, '../../shared/openapi'),
  'jira-platform-v3.json',
);
if (existsSync(published)) process.env.LOCAL_JIRA_SWAGGER ??= published;

// The linters fetch Atlassian's API descriptions unless they are told to read local files.
const none = join(mkdtempSync(join(tmpdir(), 'hot-lint-')), 'none.json');
writeFileSync(none, '{"paths":{}}');
process.env.USE_LOCAL_SWAGGER = '1';
for (const product of ['CONF', 'CONF_V2', 'JIRA', 'JSM', 'JSW', 'BB']) {
  process.env[`LOCAL_${product}_SWAGGER`] ??= none;
}

compileOnce(require('ajv').default);
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
const { lint } = require('@forge/lint');
const { validate } = require('@forge/manifest');

/**
 * The validator and four linters each compile the same schema of 2 MB. It is compiled once for all, known by the
 * definitions that each of their copies holds, and unpolished: making the code short takes as long as making it.
 */
function compileOnce(Ajv) {
  const { compile } = Ajv.prototype;
  const compiled = new Map();
  Ajv.prototype.compile = function (schema, ...rest) {
    this.opts.code.optimize = false;
    const { definitions } = schema;
    if (definitions === undefined) return compile.call(this, schema, ...rest);
    if (!compiled.has(definitions)) compiled.set(definitions, compile.call(this, schema, ...rest));
    return compiled.get(definitions);
  };
}

/** The linters look at the syntax alone, and `tsc` has checked the types: they are not computed here once more. */
const WITHOUT_TYPES = { project: null, errorOnTypeScriptSyntacticAndSemanticIssues: false };

async function parseFunction(filepath, parser) {
  const code = await readFile(filepath, 'utf8');
  return { filepath, ast: await parser(code, filepath, WITHOUT_TYPES) };
}

const found = [];
/** A linter that breaks says so in passing and finds nothing: that is a problem, too. */
const info = (text) => found.push(text);
const quiet = { info, debug() {}, trace() {}, warn: console.warn, error: console.error };
/** The linters ask a feature-flag service; without one every flag is off and no runtime is deprecated. */
const flags = new Proxy(
  {},
  { get: (_, name) => () => Promise.resolve(name === 'getDeprecatedRuntimes' ? [] : false) },
);

async function problems() {
  // The manifest names texts that the build puts together.
  const { buildTexts } = await import('./build-texts.mjs');
  buildTexts();
  const validated = await validate(false);
  for (const { level, line, column, message } of validated.errors ?? []) {
    found.push(`manifest.yml:${line}:${column} ${level}: ${message}`);
  }
  const reader = new FileSystemReader();
  const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();
  const files = await reader.recursiveReadDir('./src', ['node_modules']);
  const options = { linter: { mode: 'client-side' }, parseFunction };
  const results = await lint(files, manifest, 'development', quiet, flags, options);
  for (const { file, errors, warnings } of results) {
    for (const { line, column, message } of errors)
      found.push(`${file}:${line}:${column} error: ${message}`);
    for (const { line, column, message } of warnings)
      found.push(`${file}:${line}:${column} warning: ${message}`);
  }
}

problems().then(
  () => {
    for (const problem of found) console.error(problem);
    console.log(`manifest and app linted: ${found.length} problems`);
    process.exit(found.length > 0 ? 1 : 0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
