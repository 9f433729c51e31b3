/** Usage, in an app's folder: node bundle.cjs <outDir>. Runs the official bundler as `forge deploy` does. */
const { Buffer } = require('node:buffer');
const { copyFile, cp, mkdir, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
const {
  ConfigFile,
  FileSystemReader,
  FileSystemWriter,
  I18nResourceBundlingService,
} = require('@forge/cli-shared');

const logger = { info() {}, debug() {}, trace() {}, warn: console.warn, error: console.error };

async function main(outDir) {
  const reader = new FileSystemReader();
  const config = new ConfigFile(reader, new FileSystemWriter());
  const { modules, translations } = await config.readConfig();
  const bundler = getNodeBundler(logger, getWrapperProvider({ fileSystemReader: reader }), config);
  const { outputDir, additionalOutputs } = await bundler.bundle({
    appDirectory: process.cwd(),
    entryPoints: getEntryPoints(await config.getAppHandlers()),
    i18nConfig: translations,
    i18nResourceBundle: await new I18nResourceBundlingService().bundle(modules, translations),
  });
  await cp(outputDir, outDir, { recursive: true });
  for (const [name, content] of additionalOutputs) {
    const file = join(outDir, name);
    await mkdir(dirname(file), { recursive: true });
    await (Buffer.isBuffer(content) ? writeFile(file, content) : copyFile(content, file));
  }
}

main(process.argv[2]).catch((error) => {
  console.error(error.message ?? error);
  process.exitCode = 1;
});
