import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../controls/button';
import { type Placing } from '../lists/placing';
import { useSettled } from '../page/settled';
import { useViewer } from '../texts/texts';
import { WhichPart } from './which-part';

/** What every choice has: null is all incidents. */
type Chosen = { readonly jql: string | null };

type Props<Config extends Chosen> = {
  readonly config: Config;
  readonly placing: Placing;
  /** Said below the query. */
  readonly jqlHelp: string;
  readonly fields: (draft: Config, edit: (change: Partial<Config>) => void) => ReactNode;
  /** What comes of it, as it was a moment ago: nobody searches at every key. */
  readonly preview: (shown: Config) => ReactNode;
};

/** The form of something that is placed: chooses, shows at once what comes of it, and saves. */
export function EditorFrame<Config extends Chosen>(props: Props<Config>) {
  const { config, placing, jqlHelp, fields, preview } = props;
  const { t } = useViewer();
  const [draft, setDraft] = useState(config);
  const edit = (change: Partial<Config>) => {
    setDraft((was) => ({ ...was, ...change }));
  };
  useEffect(() => {
    if (placing.hasOwnSave) void placing.save(draft);
  }, [placing, draft]);
  const shown = useSettled(draft, 400);
  return (
    <form
      className="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit(draft)) void placing.save(draft);
      }}
    >
      <WhichPart
        jql={draft.jql}
        help={jqlHelp}
        onChange={(jql) => {
          setDraft((was) => ({ ...was, jql }));
        }}
      />
      {fields(draft, edit)}
      {!placing.hasOwnSave && (
        <div className="choices">
          <Button type="submit" appearance="primary" disabled={!isFit(draft)}>
            {t('editor.save')}
          </Button>
          <Button onClick={() => void placing.cancel()}>{t('editor.cancel')}</Button>
        </div>
      )}
      <section className="editor-preview" aria-label={t('editor.preview')}>
        <h2>{t('editor.preview')}</h2>
        {isFit(shown) && preview(shown)}
      </section>
    </form>
  );
}

function isFit({ jql }: Chosen): boolean {
  return jql === null || jql.trim() !== '';
}
