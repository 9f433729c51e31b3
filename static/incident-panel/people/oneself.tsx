import { useState } from 'react';
import { Button } from '../../kit/controls/button';
import { useViewer } from '../../kit/texts/texts';
import { Awake } from './awake';
import { type PartProps } from './part-props';
import { type Presence } from './presence';
import { roleName } from './roles';

type Props = PartProps & { readonly presence: Presence };

/** What people say of themselves: that they go, and since when they have been awake. */
export function Oneself(props: Props) {
  const { t } = useViewer();
  const { busy, actions, presence } = props;
  const { roles, leads } = presence;
  const [open, setOpen] = useState<'off' | 'awake'>();
  const close = () => {
    setOpen(undefined);
  };
  const leave = async () => {
    if (await actions.say({ kind: 'left' })) close();
  };
  if (open === 'awake') return <Awake {...props} onClose={close} />;
  if (open === 'off') {
    return (
      <div className="asked" role="group" aria-label={t('peopleTab.iAmOff')}>
        <p>{t('peopleTab.offAsk', { roles: roles.map((role) => roleName(role, t)).join(', ') })}</p>
        {leads && <p>{t('peopleTab.offLead')}</p>}
        <div className="choices">
          <Button disabled={busy} onClick={() => void leave()}>
            {t('peopleTab.offDo')}
          </Button>
          <Button appearance="link" autoFocus onClick={close}>
            {t('peopleTab.stay')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="choices">
      <Button
        isSmall
        onClick={() => {
          setOpen('awake');
        }}
      >
        {t('peopleTab.awakeAsk')}
      </Button>
      <Button
        isSmall
        disabled={busy}
        onClick={() => {
          if (roles.length > 0) setOpen('off');
          else void leave();
        }}
      >
        {t('peopleTab.iAmOff')}
      </Button>
    </div>
  );
}
