import { fieldOfStep, type StepName } from '../../../domain/set-up/set-up';
import { type Site, type SiteBuilder, type StepDone } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { createHints } from './create-hints';
import { field } from './fields';
import { filters } from './filters';
import { helpTexts } from './help-texts';
import { issueType } from './issue-type';
import { project } from './project';
import { requestType } from './request-type';
import { screens } from './screens';
import { switchOn } from './switch-on';
import { workflow } from './workflow';

type Run = (jira: Jira, site: Site) => Promise<StepDone>;

const STEPS = {
  project,
  'issue-type': issueType,
  workflow,
  screens,
  filters,
  'switch-on': switchOn,
  'help-texts': helpTexts,
  'create-hints': createHints,
  'request-type': requestType,
} as const satisfies Partial<Record<StepName, Run>>;

/** Sets a site up over REST, with the rights of the administrator who asks: Jira's audit log names them. */
export function jiraSiteBuilder(jiraAsViewer: Jira): SiteBuilder {
  return {
    run(step, site) {
      const name = fieldOfStep(step);
      return name
        ? field(jiraAsViewer, site, name)
        : STEPS[step as keyof typeof STEPS](jiraAsViewer, site);
    },
  };
}
