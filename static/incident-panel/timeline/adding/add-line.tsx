import { useEffect, useId, useRef } from 'react';
import { type IncidentView } from '../../../../src/contract';
import { Button } from '../../../kit/controls/button';
import { DropDown, TextArea } from '../../../kit/controls/fields';
import { FailureNote } from '../../../kit/page/failure';
import { type Failure } from '../../../kit/incident/incident';
import { useViewer } from '../../../kit/texts/texts';
import { AddExtras } from './add-extras';
import { WRITTEN, type Written } from '../kinds';
import { type OnSay, useAdding } from './use-adding';

/** The last time that the line was wanted and took the focus: not again when the part is opened anew. */
let answered = 0;

type Props = {
  readonly incident: IncidentView;
  readonly failure?: Failure;
  /** Grows whenever the line is wanted. */
  readonly wanted: number;
  readonly onSay: OnSay;
};

/** The line that is always open: what happened, and when. */
export function AddLine({ incident, failure, wanted, onSay }: Props) {
  const { t } = useViewer();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { line, setLine, add, wrong, isUnclear, hasFailed, picture } = useAdding(incident, onSay);
  useEffect(() => {
    if (wanted <= answered) return;
    answered = wanted;
    area.current?.focus();
  }, [wanted]);
  return (
    <form
      className="add-line"
      aria-label={t('timeline.add.label')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="add-main">
        <KindSelect
          kind={line.kind}
          onChange={(kind) => {
            setLine({ ...line, kind });
          }}
        />
        <TextArea
          id={id}
          ref={area}
          className="area"
          rows={Math.min(8, line.text.split('\n').length)}
          maxLength={8000}
          placeholder={t('timeline.add.words')}
          aria-label={t('timeline.add.words')}
          aria-describedby={`${id}-hint`}
          aria-keyshortcuts="n"
          value={line.text}
          onPaste={picture.onPaste}
          onChange={(event) => {
            setLine({ ...line, text: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void add();
          }}
        />
        <Button type="submit" appearance="primary">
          {t('timeline.add.button')}
        </Button>
      </div>
      <AddExtras line={line} incident={incident} isTried={isUnclear} onChange={setLine} />
      <p id={`${id}-hint`} className="field-help">
        {t('timeline.add.hint')}
      </p>
      <p role="status">{picture.isAdding && t('timeline.add.uploading')}</p>
      {(wrong ?? picture.notAdded) && (
        <p role="alert" className="field-wrong">
          {t(`timeline.add.${wrong ?? picture.notAdded ?? 'noMoment'}`)}
        </p>
      )}
      {hasFailed && <FailureNote failure={failure ?? { code: 'unexpected', subject: null }} />}
    </form>
  );
}

function KindSelect({ kind, onChange }: { kind: Written; onChange: (kind: Written) => void }) {
  const { t } = useViewer();
  return (
    <DropDown
      aria-label={t('timeline.add.kind')}
      value={kind}
      onChange={(event) => {
        onChange(event.currentTarget.value as Written);
      }}
    >
      {WRITTEN.map((one) => (
        <option key={one} value={one}>
          {t(`timeline.kind.${one}`)}
        </option>
      ))}
    </DropDown>
  );
}
