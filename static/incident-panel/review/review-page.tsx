import { router } from '@forge/bridge';
import { useId, useState } from 'react';
import { type IncidentContract, type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { TextArea } from '../../kit/controls/fields';
import { FailureNote, type Told } from '../../kit/page/failure';
import { languageOf } from '../../kit/texts/language';
import { momentText } from '../../kit/texts/moments';
import { type Names } from '../../kit/jira/people';
import { useViewer } from '../../kit/texts/texts';
import { startReview } from './ask';
import { ChooseSpace } from './choose-space';
import { TakeAlong } from '../../kit/page/take-along';
import { rememberedSpace, rememberSpace, useSpaces } from './use-spaces';

type Reply = ReturnType<IncidentContract['startReview']>;
type Started = Extract<Reply, { readonly ok: true }>['value'];

type Props = {
  readonly incident: IncidentView;
  readonly names: Names;
  readonly onDone: () => void;
};

/** The start of the review: a page from the log, or the same as text where there is no Confluence. */
export function ReviewPage({ incident, names, onDone }: Props) {
  const { t } = useViewer();
  const title = useId();
  return (
    <section className="review-part" aria-labelledby={title}>
      <h2 id={title}>{t('review.page.title')}</h2>
      <Before incident={incident} names={names} />
      {incident.mayEdit && <Start incident={incident} onDone={onDone} />}
    </section>
  );
}

/** Where it is, who started it and when. */
function Before({ incident, names }: Omit<Props, 'onDone'>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { review } = incident.response;
  if (!review) return <p className="field-help">{t('review.page.intro')}</p>;
  const { address, by, at } = review;
  const name = names[by ?? ''] ?? t('source.somebody');
  const time = momentText(at, viewer, Date.parse(incident.now));
  return (
    <p>
      {address ? (
        <Button appearance="link" className="review-link" onClick={() => void router.open(address)}>
          {t('review.page.open')}
        </Button>
      ) : (
        t('review.page.asText')
      )}{' '}
      <span className="field-help">{t('review.page.startedBy', { name, time })}</span>
    </p>
  );
}

function Start({ incident, onDone }: Omit<Props, 'names'>) {
  const viewer = useViewer();
  const { t, person = '' } = viewer;
  const ruled = incident.response.rules.reviewSpace;
  const isThere = incident.response.review?.address !== undefined;
  const spaces = useSpaces(ruled === null);
  const [space, setSpace] = useState(() => rememberedSpace(person));
  const { start, started, failure, busy } = useStart(onDone);
  const known = Array.isArray(spaces) && spaces.some(({ key }) => key === space) ? space : '';
  const asText = spaces === 'unreachable' || spaces?.length === 0;
  const isChosen = ruled !== null || asText || known !== '';
  return (
    <>
      {ruled === null ? (
        <ChooseSpace spaces={spaces} value={known} onChange={setSpace} />
      ) : (
        <p className="field-help">{t('review.page.inSpace', { space: ruled })}</p>
      )}
      <div className="form-buttons">
        <Button
          appearance={isThere ? 'link' : 'default'}
          disabled={busy || !isChosen}
          onClick={() => {
            if (known !== '') rememberSpace(person, known);
            void start(known === '' ? undefined : known);
          }}
        >
          {busy
            ? t('review.page.starting')
            : t(isThere ? 'review.page.again' : asText ? 'review.page.text' : 'review.page.button')}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} />}
      {started && <Outcome started={started} incident={incident} />}
    </>
  );
}

function useStart(onDone: () => void) {
  const { locale, timeZone } = useViewer();
  const [started, setStarted] = useState<Started>();
  const [failure, setFailure] = useState<Told>();
  const [busy, setBusy] = useState(false);
  const start = async (space?: string) => {
    setBusy(true);
    setFailure(undefined);
    setStarted(undefined);
    const language = languageOf(locale);
    const reply = await startReview({ ...(space && { space }), language, timeZone });
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply);
      return;
    }
    setStarted(reply.value);
    onDone();
  };
  return { start, started, failure, busy };
}

function Outcome({ started, incident }: { started: Started; incident: IncidentView }) {
  const { t } = useViewer();
  const id = useId();
  const { address, why, reason, isNew, isLogged, markdown } = started;
  if (why === null) {
    return (
      <div role="status" className="note note-done">
        <p>{t(isNew ? 'review.page.made' : 'review.page.found')}</p>
        {!isLogged && <p>{t('review.page.notLogged')}</p>}
        {!incident.response.review?.address && address && (
          <Button onClick={() => void router.open(address)}>{t('review.page.open')}</Button>
        )}
      </div>
    );
  }
  return (
    <>
      <div role="status" className="note note-quiet">
        <p>{t(`review.page.why.${why}`)}</p>
        {reason !== null && <p>{reason}</p>}
      </div>
      <div className="field">
        <label htmlFor={id}>{t('review.page.markdown')}</label>
        <TextArea id={id} readOnly rows={10} value={markdown} />
      </div>
      <TakeAlong
        text={markdown}
        file={{ name: `${incident.key}-review.md`, type: 'text/markdown' }}
        copy={t('review.page.copy')}
        download={t('review.page.download')}
      />
    </>
  );
}
