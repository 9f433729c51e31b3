import { Suspense, useCallback } from 'react';
import { Boundary } from '../kit/page/boundary';
import { lazily } from '../kit/page/lazily';
import { type Form } from '../kit/incident/actions';
import { type Tab, TABS } from '../kit/incident/places';
import { Skeleton } from '../kit/page/skeleton';
import { Tabs } from '../kit/controls/tabs';
import { useViewer } from '../kit/texts/texts';
import { useAddKey } from './add-key';
import { useLastLook } from './last-look';
import { type TabProps } from './tab-props';

/** Each part is loaded when it is opened for the first time. */
const NowTab = lazily(() => import('./now/now-tab'));
const UpdatesTab = lazily(() => import('./updates/updates-tab'));
const TimelineTab = lazily(() => import('./timeline/timeline-tab'));
const PeopleTab = lazily(() => import('./people/people-tab'));
const ReviewTab = lazily(() => import('./review/review-tab'));

type Props = TabProps & {
  readonly tab: Tab;
  readonly form: Form | undefined;
  readonly onTab: (tab: Tab) => void;
  readonly onForm: (form: Form | undefined) => void;
};

/** The parts of the response, one of them open. */
export function ResponseTabs({ tab, form, onTab, onForm, ...shared }: Props) {
  const { t } = useViewer();
  const toTimeline = useCallback(() => {
    onTab('timeline');
  }, [onTab]);
  const wanted = useAddKey(shared.incident.mayEdit, toTimeline);
  const { before, unseen } = useLastLook(shared.incident, tab === 'timeline');
  const titleOf = (name: Tab) =>
    name === 'timeline' && unseen > 0
      ? t('tab.new', { title: t('tab.timeline'), count: unseen })
      : t(`tab.${name}`);
  return (
    <div className="response-tabs">
      <Tabs group="response" names={TABS} open={tab} onOpen={onTab} titleOf={titleOf} />
      <div
        id={`response-panel-${tab}`}
        role="tabpanel"
        aria-labelledby={`response-tab-${tab}`}
        className="response-panel"
      >
        <Boundary key={tab} part={t(`tab.${tab}`)}>
          <Suspense fallback={<Skeleton lines={6} />}>
            {tab === 'now' && <NowTab {...shared} form={form} onForm={onForm} />}
            {tab === 'updates' && <UpdatesTab {...shared} />}
            {tab === 'timeline' && <TimelineTab {...shared} wanted={wanted} before={before} />}
            {tab === 'people' && <PeopleTab {...shared} />}
            {tab === 'review' && <ReviewTab {...shared} />}
          </Suspense>
        </Boundary>
      </div>
    </div>
  );
}
