import { useId, useState } from 'react';
import { type Settings } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { type ResponseRules, withRule } from './draft';
import { Field } from './field';
import { type Edit } from './names-part';

type Props = { readonly draft: Settings; readonly edit: Edit };

const KEYS = ['cleanUpProject', 'reviewSpace', 'statusPage'] as const;
const NUMBERS = ['handOverHours'] as const;
/** What leads past Jira's permissions, and is done only where an administrator wants it. */
const AGREED = ['exportLists', 'countPrivate', 'ownTicketsOnly'] as const;

/** How the company responds: where changes and tickets are found, where work goes, how long people and logs last. */
export function ResponsePart({ draft, edit }: Props) {
  const { t } = useViewer();
  const { response: rules = {} } = draft;
  const shared = (cell: keyof ResponseRules) => ({
    place: { table: 'response' as const, key: 'response', cell },
    label: t(`settings.cell.${cell}`),
    help: t(`settings.response.${cell}Help`),
  });
  return (
    <div className="part">
      <p className="part-intro">{t('settings.response.intro')}</p>
      {(['changesJql', 'supportJql'] as const).map((cell) => (
        <div key={cell} className="query">
          <Field
            {...shared(cell)}
            value={rules[cell]}
            lines={2}
            onChange={(value) => {
              edit((was) => withRule(was, cell, value));
            }}
          />
          <TryQuery jql={rules[cell] ?? ''} label={t(`settings.cell.${cell}`)} />
        </div>
      ))}
      {KEYS.map((cell) => (
        <Field
          key={cell}
          {...shared(cell)}
          value={rules[cell]}
          onChange={(value) => {
            edit((was) => withRule(was, cell, value));
          }}
        />
      ))}
      {NUMBERS.map((cell) => (
        <Field
          key={cell}
          {...shared(cell)}
          type="number"
          value={rules[cell] === undefined ? '' : String(rules[cell])}
          onChange={(value) => {
            edit((was) => withRule(was, cell, value === '' ? undefined : Number(value)));
          }}
        />
      ))}
      <fieldset className="agreed">
        <legend>{t('settings.response.agreedTitle')}</legend>
        <p className="field-help">{t('settings.response.agreedHelp')}</p>
        {AGREED.map((cell) => (
          <Agreed
            key={cell}
            label={t(`settings.cell.${cell}`)}
            help={t(`settings.response.${cell}Help`)}
            checked={rules[cell] === 'yes'}
            onChange={(checked) => {
              edit((was) => withRule(was, cell, checked ? 'yes' : undefined));
            }}
          />
        ))}
      </fieldset>
    </div>
  );
}

type AgreedProps = {
  readonly label: string;
  readonly help: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

function Agreed({ label, help, checked, onChange }: AgreedProps) {
  const id = useId();
  return (
    <div>
      <label className="agreed-label">
        <input
          type="checkbox"
          aria-describedby={id}
          checked={checked}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.checked);
          }}
        />
        {label}
      </label>
      <p id={id} className="field-help">
        {help}
      </p>
    </div>
  );
}

type Tried = { readonly jql: string; readonly count?: number; readonly failure?: Told };

/** Says how many issues a query finds for whoever tries it, or why it finds none, in Jira's own words. */
function TryQuery({ jql, label }: { readonly jql: string; readonly label: string }) {
  const { t } = useViewer();
  const [tried, setTried] = useState<Tried>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    const answer = await ask('tryQuery', { jql });
    setBusy(false);
    setTried(answer.ok ? { jql, count: answer.value.count } : { jql, failure: answer });
  };
  // What was found by another query than the one that stands there says nothing.
  const shown = tried?.jql === jql ? tried : undefined;
  const { failure } = shown ?? {};
  return (
    <div className="try">
      <Button
        aria-label={t('settings.response.tryOf', { label })}
        disabled={busy || jql.trim() === ''}
        onClick={() => void look()}
      >
        {t('settings.response.try')}
      </Button>
      <span role="status">
        {shown?.count !== undefined && t('settings.response.found', { count: shown.count })}
      </span>
      {failure?.code === 'refused' && failure.subject !== null && (
        <p className="problem" role="alert">
          {t('settings.response.refused', { reason: failure.subject })}
        </p>
      )}
      {failure?.code === 'invalid-input' && (
        <p className="problem" role="alert">
          {t('settings.response.unfit')}
        </p>
      )}
      {failure && failure.code !== 'invalid-input' && failure.code !== 'refused' && (
        <FailureNote failure={failure} />
      )}
    </div>
  );
}
