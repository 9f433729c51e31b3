import { type IncidentContract } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { type Texts, useViewer } from '../../kit/texts/texts';

type MadeReply = Extract<ReturnType<IncidentContract['makeCleanUp']>, { readonly ok: true }>;
export type Made = MadeReply['value'];

type Props = {
  readonly made: Made;
  readonly busy: boolean;
  readonly failure?: Told;
  readonly onRest: () => void;
  readonly onLeave: () => void;
};

/** The issue is there, and something that belongs to it is not: said with its key until it is done or let be. */
export function HalfDone({ made, busy, failure, onRest, onLeave }: Props) {
  const { t } = useViewer();
  return (
    <div className="review-form">
      <div className="note note-error" role="alert">
        {lackedBy(made, t).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {failure && <FailureNote failure={failure} />}
      <div className="form-buttons">
        <Button disabled={busy} onClick={onRest}>
          {t('review.cleanUp.rest')}
        </Button>
        <Button appearance="link" onClick={onLeave}>
          {t('review.cleanUp.leave')}
        </Button>
      </div>
    </div>
  );
}

function lackedBy({ key, link, isLogged }: Made, t: Texts): readonly string[] {
  const unlinked =
    link.reason === null
      ? t('review.cleanUp.notLinkedSilently', { key })
      : t('review.cleanUp.notLinked', { key, reason: link.reason });
  return [
    ...(link.linked ? [] : [unlinked]),
    ...(isLogged ? [] : [t('review.cleanUp.notLogged', { key })]),
  ];
}
