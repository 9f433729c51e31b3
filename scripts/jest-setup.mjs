/** What tests without a browser need to be built: texts always, the front ends where there are none yet. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { buildTexts } from './build-texts.mjs';
import { PROJECT } from './install.mjs';

export default function setup() {
  if (existsSync(join(PROJECT, 'dist/static'))) buildTexts();
  else buildAll();
}
