import { useState } from 'react';
import { type Choices, type OffersView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { languageOf } from '../../kit/texts/language';
import { useViewer } from '../../kit/texts/texts';
import { CommonChoices, type Common } from './common-choices';
import { isBadKey, type NewProject, ProjectFields } from './project-fields';

type Props = {
  readonly before: Choices | null;
  readonly offers: OffersView;
  readonly onBegin: (choices: Choices) => Promise<Told | undefined>;
};

/** One button makes everything; what it makes can be changed before. */
export function MakeNew({ before, offers, onBegin }: Props) {
  const { t, locale } = useViewer();
  const made = before && 'make' in before.project ? before.project.make : undefined;
  const [project, setProject] = useState<NewProject>({
    key: made?.key ?? 'HOT',
    name: made?.name ?? t('admin.setUp.projectName'),
    kind: made?.kind ?? offers.kinds[0] ?? 'software',
  });
  const [common, setCommon] = useState<Common>({
    language: before?.language ?? languageOf(locale),
    tellOnTransition: before?.tellOnTransition ?? true,
  });
  const [failure, setFailure] = useState<Told>();
  const ready = !isBadKey(project.key) && project.name.trim() !== '';
  const begin = async () => {
    const make = { ...project, name: project.name.trim() };
    setFailure(await onBegin({ ...common, project: { make }, fields: {} }));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void begin();
      }}
    >
      <details>
        <summary>
          {t('admin.setUp.makes', { ...project, kind: t(`admin.setUp.kind.${project.kind}`) })}
        </summary>
        <div className="form-grid">
          <ProjectFields value={project} kinds={offers.kinds} onChange={setProject} />
          <CommonChoices value={common} onChange={setCommon} />
        </div>
      </details>
      <div className="buttons">
        <Button appearance="primary" type="submit" disabled={!ready}>
          {t('admin.setUp.start')}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} />}
    </form>
  );
}
