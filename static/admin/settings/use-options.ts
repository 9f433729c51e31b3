import { useCallback, useRef, useState } from 'react';
import {
  type FollowingField,
  type OptionsReport,
  type OptionsView,
  type SettingsView,
} from '../../../src/contract/admin';
import { type Told } from '../../kit/page/failure';
import { ask } from '../ask';

export type Bringing = {
  readonly busy: boolean;
  /** What was done since the button was pressed, of each field. */
  readonly reports: readonly OptionsReport[];
  readonly failure?: Told;
};

/** Brings Jira's options in line with what is saved, field by field, and again while something is left. */
export function useOptions(setSaved: (next: (saved: SettingsView) => SettingsView) => void) {
  const [state, setState] = useState<Bringing>({ busy: false, reports: [] });
  const running = useRef(0);
  const bring = useCallback(
    async (saved: SettingsView) => {
      const run = ++running.current;
      setState({ busy: true, reports: [] });
      for (const { field } of saved.options) {
        const failure = await bringField(field, (report) => {
          setState((was) => ({ ...was, reports: [...was.reports, report] }));
          setSaved((now) => ({ ...now, options: withReport(now, report) }));
        });
        if (run !== running.current) return;
        if (failure) setState((was) => ({ ...was, failure }));
        if (failure && failure.code !== 'not-set-up') break;
      }
      setState((was) => ({ ...was, busy: false }));
    },
    [setSaved],
  );
  return { ...state, bring };
}

async function bringField(
  field: FollowingField,
  onReport: (report: OptionsReport) => void,
): Promise<Told | undefined> {
  for (;;) {
    const answer = await ask('bringOptionsInLine', { field });
    if (!answer.ok) return answer;
    onReport(answer.value);
    if (answer.value.pending === 0 || answer.value.failures.length > 0) return undefined;
  }
}

function withReport(
  { options }: SettingsView,
  { field, version, failures, pending, others }: OptionsReport,
): OptionsView[] {
  return options.map((one) =>
    one.field === field ? { field, version, failures, pending, others } : one,
  );
}
