import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type z } from 'zod';
import { type Reading } from '../../src/adapters/store/shape';
import { AccountShape } from '../../src/adapters/store/shapes/accounts';
import {
  EntryShape,
  LogMarkShape,
  PlaceShape,
  UnwrittenShape,
} from '../../src/adapters/store/shapes/entry';
import {
  ChunkShape,
  FigurePlaceShape,
  ForgottenShape,
  SightPartShape,
  SightShape,
  StateShape,
} from '../../src/adapters/store/shapes/figures';
import { HeadShape } from '../../src/adapters/store/shapes/head';
import { JOB_SHAPES } from '../../src/adapters/store/shapes/jobs';
import { DeploymentShape, FindingShape, UnreadShape } from '../../src/adapters/store/shapes/lists';
import {
  AlertGroupShape,
  AlertShape,
  IncidentAlertsShape,
  LeftAlertShape,
} from '../../src/adapters/store/shapes/alerts';
import {
  BackfillProgressShape,
  BackfillWishShape,
  RebuildShape,
} from '../../src/adapters/store/shapes/runs';
import { SettingsRowShape } from '../../src/adapters/store/shapes/settings';
import {
  OptionMapShape,
  AlertDoorsShape,
  PortalRulesShape,
  SetUpShape,
  SiteMapShape,
} from '../../src/adapters/store/shapes/site';
import { type Store } from '../../sandbox/forge/kvs/store';
import { PROJECT } from './project';

/** What every shape can be asked, whatever it is the shape of. */
export type AnyShape = {
  readonly name: string;
  readonly version: number;
  readonly schema: () => z.ZodType;
  readonly look: (stored: unknown) => Reading<object>;
};

/** Every shape that the app stores or puts in line. */
export const SHAPES: readonly AnyShape[] = [
  SetUpShape,
  SiteMapShape,
  OptionMapShape,
  PortalRulesShape,
  BackfillWishShape,
  BackfillProgressShape,
  RebuildShape,
  SettingsRowShape,
  AccountShape,
  AlertDoorsShape,
  AlertShape,
  AlertGroupShape,
  IncidentAlertsShape,
  LeftAlertShape,
  DeploymentShape,
  FindingShape,
  UnreadShape,
  ChunkShape,
  StateShape,
  FigurePlaceShape,
  SightShape,
  SightPartShape,
  ForgottenShape,
  HeadShape,
  EntryShape,
  PlaceShape,
  LogMarkShape,
  UnwrittenShape,
  ...Object.values(JOB_SHAPES),
];

export type StoredRow = {
  readonly key: string;
  readonly entityName?: string;
  readonly value: unknown;
};

/** A sample as a released version wrote it: rows of the store, or a value that lies elsewhere. */
export type Sample = {
  readonly file: string;
  readonly shape: string;
  readonly rows?: readonly StoredRow[];
  readonly value?: unknown;
};

const FOLDER = join(PROJECT, 'tests/fixtures/stored');

/** The versions of which there are samples: `v0`, `v1`. */
export const VERSIONS = readdirSync(FOLDER)
  .filter((name) => /^v\d+$/.test(name))
  .toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));

export function samplesOf(version: string): readonly Sample[] {
  return readdirSync(join(FOLDER, version)).map((file) => ({
    ...(JSON.parse(readFileSync(join(FOLDER, version, file), 'utf8')) as Omit<Sample, 'file'>),
    file,
  }));
}

/** The values of a sample, wherever they lie. */
export function valuesOf({ rows, value }: Sample): readonly unknown[] {
  return rows ? rows.map((row) => row.value) : [value];
}

/** Digests of the schemas, by shape and version. */
export function digests(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return JSON.parse(readFileSync(join(FOLDER, 'schemas.json'), 'utf8')) as ReturnType<
    typeof digests
  >;
}

/** Puts rows into the store as they are. */
export function put(store: Store, rows: readonly StoredRow[]): void {
  for (const { key, value, entityName } of rows) {
    store.set({ key, value, entityName }, { reads: [], writes: [] });
  }
}

/** The newest samples up to a version: a folder holds only those of shapes that were new in it. */
export function standingIn(version: string): readonly Sample[] {
  const upTo = VERSIONS.slice(0, VERSIONS.indexOf(version) + 1);
  return [...new Map(upTo.flatMap(samplesOf).map((sample) => [sample.file, sample])).values()];
}

/** A store as an older version of the app left it. */
export function left(store: Store, version: string): Store {
  for (const { rows = [] } of standingIn(version)) put(store, rows);
  return store;
}
