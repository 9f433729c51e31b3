import { z } from 'zod';
import { type Settings } from '../../domain/settings/settings';
import { type Change, changesBetween } from '../../domain/settings/changes';
import { type FileFault } from '../../domain/settings/file';
import { withOurIds } from '../../domain/settings/ids';
import { type Problem, problemsOf, tidied } from '../../domain/settings/rules';
import { type SettingsStore } from '../../ports/settings/settings';
import { SettingsShape } from './settings-shape';

/** Files of this shape; another shape gets another number. */
const FORMAT = 'hot-settings/1';

/** What a file holds, as a draft that can be looked at, changed and saved like any other. */
export type FileRead =
  | { readonly faults: readonly FileFault[] }
  | {
      readonly draft: Settings;
      readonly changes: readonly Change[];
      readonly problems: readonly Problem[];
    };

/** The settings as a file for people to keep, read and carry to another site. `readSettingsFile` is the way back. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, ...settings }, undefined, 2)}\n`;
}

/** Reads a file of `settingsFile`. Saves nothing. */
export async function readSettingsFile(
  { settings }: { readonly settings: SettingsStore },
  text: string,
): Promise<FileRead> {
  const read = contentOf(text);
  if ('faults' in read) return read;
  const { settings: ours } = await settings.get();
  const draft = tidied(withOurIds(read.settings, ours), ours);
  return { draft, changes: changesBetween(ours, draft), problems: problemsOf(draft) };
}

const Ours = z.looseObject({ format: z.string().startsWith('hot-settings/') });

function contentOf(text: string): { settings: Settings } | { faults: readonly FileFault[] } {
  const json = parsed(text);
  if (json === undefined) return { faults: [{ code: 'no-json' }] };
  const ours = Ours.safeParse(json);
  if (!ours.success) return { faults: [{ code: 'not-ours' }] };
  const { format, ...content } = ours.data;
  if (format !== FORMAT) return { faults: [{ code: 'newer', where: format }] };
  const read = SettingsShape.safeParse(content);
  if (read.success) return { settings: read.data };
  return {
    faults: read.error.issues.slice(0, 10).map((issue) => ({
      code: 'shape',
      where: [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.'),
    })),
  };
}

function parsed(text: string): unknown {
  try {
    // Some editors put an invisible mark first.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined; // told as a fault of the file
  }
}
