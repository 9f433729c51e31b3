import { z } from 'zod';
import { type AdminContract, type OptionsView, type SettingsView } from '../../contract/admin';
import { IncidentError } from '../../domain/errors';
import { iso } from '../../domain/time';
import { FOLLOWING_FIELDS, type FollowingField } from '../../ports/settings/field-options';
import { type SavedSettings, type Version } from '../../ports/settings/settings';
import { bringOptionsInLine } from '../../usecases/settings/bring-options-in-line';
import { checkSettings } from '../../usecases/settings/check-settings';
import { explainSeverity } from '../../usecases/response/explain-severity';
import { lookAtVersion } from '../../usecases/settings/look-at-version';
import { mergeOnTop } from '../../usecases/settings/merge-on-top';
import { saveSettings } from '../../usecases/settings/save-settings';
import { readSettingsFile, settingsFile } from '../../usecases/settings/settings-file';
import { SettingsShape } from '../../usecases/settings/settings-shape';
import { tryQuery } from '../../usecases/settings/try-query';
import { type ForAdmin } from '../../wiring/admin';
import { guardedForAdmins } from '../guard';

const Nothing = z.object({});
const Draft = z.object({ from: z.number().int().min(0), settings: SettingsShape });
const Answers = z.record(z.string(), z.enum(['mine', 'theirs']));

/** What the section "Settings" asks for. */
export function settingsFunctions(wiring: ForAdmin) {
  return {
    ...draftFunctions(wiring),
    ...versionFunctions(wiring),
    readSettingsFile: guardedForAdmins(
      wiring,
      { input: z.object({ text: z.string() }) },
      ({ input }) => readSettingsFile(wiring, input.text),
    ),
    tryQuery: guardedForAdmins(
      wiring,
      { input: z.strictObject({ jql: z.string().trim().min(1).max(2000) }) },
      async ({ input }) => ({ count: await tryQuery(wiring, input.jql) }),
    ),
    bringOptionsInLine: guardedForAdmins(
      wiring,
      { input: z.object({ field: z.enum(FOLLOWING_FIELDS) }) },
      ({ input }) => inLine(wiring, input.field),
    ),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}

function draftFunctions(wiring: ForAdmin) {
  return {
    getSettings: guardedForAdmins(wiring, { input: Nothing }, async () =>
      viewOf(wiring, await wiring.settings.get()),
    ),
    checkSettings: guardedForAdmins(wiring, { input: Draft }, ({ input }) =>
      checkSettings(wiring, input.settings, input.from),
    ),
    saveSettings: guardedForAdmins(wiring, { input: Draft }, async ({ person, input }) => {
      const { settings: draft, from } = input;
      const { saved, problems } = await saveSettings(wiring, { draft, from, by: person });
      return { saved: saved ? await viewOf(wiring, saved) : null, problems };
    }),
    mergeSettings: guardedForAdmins(
      wiring,
      { input: Draft.extend({ answers: Answers }) },
      async ({ input: { settings, from, answers } }) => {
        const { theirs, ...merge } = await mergeOnTop(wiring, settings, from, answers);
        return { ...merge, theirs: await viewOf(wiring, theirs) };
      },
    ),
  };
}

function versionFunctions(wiring: ForAdmin) {
  return {
    getVersions: guardedForAdmins(wiring, { input: Nothing }, async () =>
      (await wiring.settings.versions()).map(versionOf),
    ),
    getVersion: guardedForAdmins(
      wiring,
      { input: z.object({ version: z.number().int().min(0) }) },
      async ({ input }) => {
        const { saved, changes, changesBack } = await lookAtVersion(wiring, input.version);
        return { settings: saved.settings, changes: changes ?? null, changesBack };
      },
    ),
    getSettingsFile: guardedForAdmins(wiring, { input: Nothing }, async () => ({
      text: settingsFile((await wiring.settings.get()).settings),
    })),
  };
}

/** @throws {IncidentError} `not-set-up` on a site without the field, or with a scale of its own */
async function inLine(wiring: ForAdmin, field: FollowingField) {
  if (!(await following(wiring)).includes(field)) {
    throw new IncidentError('not-set-up', `${field} does not follow`, { subject: field });
  }
  const map = await wiring.siteMaps.get();
  const { fields, projectId } = map;
  const fieldId = fields[field];
  if (fieldId === undefined) {
    throw new IncidentError('not-set-up', `No field ${field}`, { subject: field });
  }
  const report = await bringOptionsInLine(wiring, field, { fieldId, projectId });
  // The map of the site has to know what stands for a level; older options still do, for older incidents.
  if (field === 'severity') {
    const severities = { ...map.severities, ...report.levels };
    await wiring.siteMaps.save({ ...map, severities });
    await explainSeverity(wiring);
  }
  return report;
}

/** A severity scale that the site had before stays as it is: set-up was told what its options stand for. */
async function following({ setUpStore }: Pick<ForAdmin, 'setUpStore'>): Promise<FollowingField[]> {
  const ownScale = (await setUpStore.get())?.choices.severities !== undefined;
  return FOLLOWING_FIELDS.filter((field) => field !== 'severity' || !ownScale);
}

async function viewOf(
  wiring: Pick<ForAdmin, 'optionMaps' | 'setUpStore'>,
  saved: SavedSettings,
): Promise<SettingsView> {
  const options = await Promise.all(
    (await following(wiring)).map(async (field): Promise<OptionsView> => {
      const map = await wiring.optionMaps.find(field);
      const { version = null, failures = [], toRemove = [], others = [] } = map ?? {};
      return { field, version, failures, pending: toRemove.length, others };
    }),
  );
  return { ...versionOf(saved), settings: saved.settings, options };
}

function versionOf({ version, savedBy, savedAt }: SavedSettings | Version) {
  return { version, savedBy: savedBy ?? null, savedAt: savedAt ? iso(savedAt) : null };
}
