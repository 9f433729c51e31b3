import { useCallback, useLayoutEffect, useRef } from 'react';
import type { UiModule } from '../../core/contract';
import { connect } from '../bridge/connect';
import type { FormHost } from '../bridge/frame';
import { useHost } from '../shell/host';
import { useAnswer } from '../shell/use-answer';
import { readModifications, readModules } from '../site/sandbox';
import type { IssueType, Project } from '../site/types';

type Props = {
  readonly project: Project;
  readonly type: IssueType;
  readonly host: Omit<FormHost, 'modifications'>;
};

/** The invisible frame of an app that modifies this form; none where nothing is registered for project and type. */
export function Modifications({ project, type, host }: Props) {
  const [answer] = useAnswer(
    useCallback(async () => {
      const { viewType, modifications } = await readModifications(project.id, type.id);
      const wanted = modifications.length > 0;
      const at = { project: project.key };
      const modules = wanted ? await readModules('jira:uiModifications', at) : [];
      return { viewType, modifications, module: modules[0] };
    }, [project.id, project.key, type.id]),
  );
  if (answer.state !== 'ready' || !answer.value.module) return null;
  const { module, modifications, viewType } = answer.value;
  return (
    <FormFrame
      key={`${project.id} ${type.id}`}
      module={withType(module, type, viewType)}
      project={project.key}
      form={{ ...host, modifications }}
    />
  );
}

/** What the context of a UI modification names beside the project. */
function withType(module: UiModule, { id, name }: IssueType, viewType: string): UiModule {
  const extension = { ...(module.context.extension as object), issueType: { id, name } };
  return {
    ...module,
    context: { ...module.context, extension: { ...extension, viewType } },
  };
}

type FrameProps = {
  readonly module: UiModule;
  readonly project: string;
  readonly form: FormHost;
};

function FormFrame({ module, project, form }: FrameProps) {
  const host = useHost();
  const iframe = useRef<HTMLIFrameElement>(null);
  const none = { basePath: undefined, onClose: undefined };
  const parts = useRef({ module, place: { project }, host, form, ...none });
  const { frameUrl } = module;
  useLayoutEffect(
    () =>
      frameUrl === undefined
        ? undefined
        : connect(
            () => iframe.current?.contentWindow,
            frameUrl,
            parts,
            () => undefined,
          ),
    [frameUrl],
  );
  if (frameUrl === undefined) return null;
  return (
    <iframe
      ref={iframe}
      src={frameUrl}
      title={module.title}
      sandbox="allow-same-origin allow-scripts"
      hidden
    />
  );
}
