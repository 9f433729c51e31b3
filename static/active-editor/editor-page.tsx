import { useCallback, useEffect, useState } from 'react';
import { type ListsContract } from '../../src/contract';
import { configIn, defaultConfig, type ListConfig } from '../active/config';
import { FailureNote, type Told } from '../kit/page/failure';
import { placed } from '../kit/lists/placed';
import { type Placing, placing } from '../kit/lists/placing';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';
import { Editor } from './editor';
import { type WhereToList } from './where';
import { invokerOf } from '../kit/jira/invoke';

const invoke = invokerOf<ListsContract>();

type Ready = {
  readonly where: WhereToList;
  readonly config: ListConfig;
  readonly placing: Placing;
};

/** What a list shows, for whoever puts it on a page or a dashboard. */
export function EditorPage() {
  const { t } = useViewer();
  const [state, setState] = useState<Ready | 'unseen' | Told>();
  const load = useCallback(() => {
    void ready().then(setState);
  }, []);
  useEffect(load, [load]);
  if (state === undefined) return <Skeleton lines={6} label={t('active.loading')} />;
  if (state === 'unseen') return <p className="active-note">{t('active.editorUnseen')}</p>;
  if ('code' in state) return <FailureNote failure={state} onRetry={load} />;
  return <Editor {...state} />;
}

/** What was set up before, with Jira's ids as they are now. */
async function ready(): Promise<Ready | 'unseen' | Told> {
  const [it, reply] = await Promise.all([
    placed(),
    invoke('getWhereToList').catch(
      () => ({ ok: false, code: 'unexpected', subject: null }) as const,
    ),
  ]);
  if (!reply.ok) return reply;
  if (reply.value === null) return 'unseen';
  const { services, ...where } = reply.value;
  const before = configIn(it.config);
  return {
    where: { ...where, services },
    config: before ? { ...before, where } : defaultConfig(where),
    placing: placing(it),
  };
}
