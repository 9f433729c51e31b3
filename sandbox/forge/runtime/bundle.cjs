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

/**
 * Types are looked at by `tsc`, not here once more: two thirds of the time would go into it. The code that comes out is
 * the same.
 */
const config = require('@forge/bundler/out/config/common');
const { getCommonWebpackConfig } = config;
config.getCommonWebpackConfig = (args) => {
  const webpack = getCommonWebpackConfig(args);
  const loaders = webpack.module.rules.flatMap(({ use = [] }) => use);
  for (const { loader, options } of loaders)
    if (loader === 'ts-loader') options.transpileOnly = true;
  return webpack;
};

const logger = { info() {}, debug() {}, trace() {}, warn: console.warn, error: console.error };

async function main(outDir) {
  const reader = new FileSystemReader();
  const manifest = new ConfigFile(reader, new FileSystemWriter());
  const { modules, translations } = await manifest.readConfig();
  const wrapper = getWrapperProvider({ fileSystemReader: reader });
  const bundler = getNodeBundler(logger, wrapper, manifest);
  const { outputDir, additionalOutputs } = await bundler.bundle({
    appDirectory: process.cwd(),
    entryPoints: getEntryPoints(await manifest.getAppHandlers()),
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
