import { useState } from 'react';
import { type Settings } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { DropDown } from '../../kit/controls/fields';
import { useViewer } from '../../kit/texts/texts';
import {
  type Agreement,
  keyOf,
  SEVERITIES,
  type Severity,
  withAgreement,
  withException,
  withoutException,
} from './draft';
import { Field, ProblemAt } from './field';
import { type Edit } from './names-part';
import { PersonField } from './person-field';

type Props = { readonly draft: Settings; readonly edit: Edit };

/** What is agreed for each severity, and what is agreed otherwise for a service. */
export function AgreementsPart({ draft, edit }: Props) {
  const { t } = useViewer();
  return (
    <div className="part">
      <p className="part-intro">{t('settings.agreements.intro')}</p>
      {SEVERITIES.map((severity) => {
        const all = draft.agreements.filter((one) => one.severity === severity);
        return (
          <section key={severity} className="agreed" aria-labelledby={`agreed-${severity}`}>
            <h3 id={`agreed-${severity}`}>{draft.scale.levels[severity].label}</h3>
            <ProblemAt place={{ table: 'agreements', key: String(severity) }} />
            {all.map((agreement) => (
              <AgreementForm
                key={keyOf(agreement)}
                agreement={agreement}
                draft={draft}
                edit={edit}
              />
            ))}
            <AddException severity={severity} taken={all} draft={draft} edit={edit} />
          </section>
        );
      })}
    </div>
  );
}

function AgreementForm({ agreement, draft, edit }: Props & { readonly agreement: Agreement }) {
  const { t } = useViewer();
  const key = keyOf(agreement);
  const { service, cadenceMinutes, agreedOn, agreedBy } = agreement;
  const name =
    service === undefined
      ? t('settings.agreements.default')
      : (draft.services.find(({ id }) => id === service)?.name ?? t('settings.agreements.gone'));
  const set = (change: Partial<Agreement>) => {
    edit((was) => withAgreement(was, key, change));
  };
  const place = (cell: string) => ({ table: 'agreements' as const, key, cell });
  return (
    <fieldset className="agreement">
      <legend>{name}</legend>
      {service !== undefined && <ProblemAt place={{ table: 'agreements', key }} />}
      {(['paged', 'channels'] as const).map((cell) => (
        <Field
          key={cell}
          place={place(cell)}
          label={t(`settings.agreements.${cell}`)}
          value={agreement[cell]}
          lines={2}
          onChange={(value) => {
            set({ [cell]: value });
          }}
        />
      ))}
      <Field
        place={place('cadenceMinutes')}
        label={t('settings.agreements.cadence')}
        type="number"
        value={cadenceMinutes === undefined ? '' : String(cadenceMinutes)}
        help={t('settings.agreements.cadenceHelp')}
        onChange={(value) => {
          set({ cadenceMinutes: value === '' ? undefined : Number(value) });
        }}
      />
      <Field
        place={place('agreedOn')}
        label={t('settings.agreements.on')}
        type="date"
        value={agreedOn}
        onChange={(value) => {
          set({ agreedOn: value });
        }}
      />
      <PersonField
        label={t('settings.agreements.by')}
        name={t('settings.names.of', { field: t('settings.agreements.by'), name })}
        value={agreedBy}
        onChange={(value) => {
          set({ agreedBy: value } as Partial<Agreement>);
        }}
      />
      {service !== undefined && (
        <Button
          appearance="link"
          className="agreement-remove"
          onClick={() => {
            edit((was) => withoutException(was, key));
          }}
        >
          {t('settings.agreements.remove', { name })}
        </Button>
      )}
    </fieldset>
  );
}

type AddProps = Props & { readonly severity: Severity; readonly taken: readonly Agreement[] };

function AddException({ severity, taken, draft, edit }: AddProps) {
  const { t } = useViewer();
  const [chosen, setChosen] = useState('');
  const free = draft.services.filter(({ id }) => !taken.some(({ service }) => service === id));
  if (free.length === 0) return null;
  const id = `exception-${severity}`;
  return (
    <div className="add-exception">
      <label htmlFor={id}>{t('settings.agreements.add')}</label>
      <DropDown
        id={id}
        className="select-wide"
        value={chosen}
        onChange={(event) => {
          setChosen(event.target.value);
        }}
      >
        <option value="">{t('settings.agreements.choose')}</option>
        {free.map((service) => (
          <option key={service.id} value={service.id}>
            {service.name}
          </option>
        ))}
      </DropDown>
      <Button
        disabled={chosen === ''}
        onClick={() => {
          edit((was) => withException(was, severity, chosen));
          setChosen('');
        }}
      >
        {t('settings.names.addOne')}
      </Button>
    </div>
  );
}
