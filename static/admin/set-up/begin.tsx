import { useState } from 'react';
import { type Choices } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { useAnswer } from '../use-answer';
import { Adopt } from './adopt';
import { MakeNew } from './make-new';

type Way = 'make' | 'use';

type Props = {
  readonly before: Choices | null;
  readonly onBegin: (choices: Choices) => Promise<Told | undefined>;
  /** Leaves everything as it is; absent on a site where there is nothing yet. */
  readonly onBack?: () => void;
};

/** The first decision: a project of its own, or one that the site has. */
export function Begin({ before, onBegin, onBack }: Props) {
  const { t } = useViewer();
  const { value: offers, failure, reload } = useAnswer('getOffers');
  const [way, setWay] = useState<Way>(before && 'use' in before.project ? 'use' : 'make');
  if (!offers) {
    return failure ? <FailureNote failure={failure} onRetry={reload} /> : <Skeleton lines={4} />;
  }
  return (
    <div className="stack">
      {onBack && (
        <div className="buttons">
          <Button appearance="subtle" onClick={onBack}>
            {t('admin.setUp.back')}
          </Button>
        </div>
      )}
      <p>{t('admin.setUp.intro')}</p>
      <fieldset className="ways">
        <legend className="visually-hidden">{t('admin.setUp.wayLabel')}</legend>
        {(['make', 'use'] as const).map((one) => (
          <label key={one} className="way">
            <input
              type="radio"
              name="way"
              checked={way === one}
              onChange={() => {
                setWay(one);
              }}
            />
            <span>
              <strong>{t(`admin.setUp.way.${one}`)}</strong>
              <span className="hint">{t(`admin.setUp.way.${one}Hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {way === 'make' ? (
        <MakeNew before={before} offers={offers} onBegin={onBegin} />
      ) : (
        <Adopt before={before} offers={offers} onBegin={onBegin} />
      )}
    </div>
  );
}
