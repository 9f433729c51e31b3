import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Manifest } from './manifest';

/** The ids under which an app is installed. The same app has the same ids in every run. */
export type AppIdentity = {
  readonly appId: string;
  readonly environmentId: string;
  /** Account of the app itself, the author of what it does as itself. */
  readonly accountId: string;
  readonly installationId: string;
  readonly name: string;
  readonly version: string;
};

const packageShape = z.looseObject({ name: z.string().optional(), version: z.string().optional() });

/** @param appDir folder of the app: its package.json says its name and version, where there is one. */
export function identify(manifest: Manifest, appDir: string): AppIdentity {
  const { name, version } = packageOf(appDir);
  return {
    appId: manifest.appId,
    environmentId: derivedId(manifest.appId, 'environment'),
    accountId: `712020:${derivedId(manifest.appId, 'account')}`,
    installationId: derivedId(manifest.appId, 'installation'),
    name: manifest.name ?? name ?? basename(appDir),
    version: version ?? '1.0.0',
  };
}

/** The context an installation belongs to, as `installContext` names it. */
export function siteAri(cloudId: string): string {
  return `ari:cloud:jira::site/${cloudId}`;
}

/** A UUID that depends on nothing but its arguments. */
export function derivedId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** An app need not have a package.json of its own. */
function packageOf(appDir: string): z.infer<typeof packageShape> {
  const file = join(appDir, 'package.json');
  if (!existsSync(file)) return {};
  return packageShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}
