import { fieldOfStep, type StepName } from '../domain/set-up';
import { type Site, type SiteBuilder, type StepDone } from '../ports/site-builder';
import { type Jira } from './jira-http';
import { createHints } from './set-up/create-hints';
import { field } from './set-up/fields';
import { filters } from './set-up/filters';
import { helpTexts } from './set-up/help-texts';
import { issueType } from './set-up/issue-type';
import { project } from './set-up/project';
import { requestType } from './set-up/request-type';
import { screens } from './set-up/screens';
import { switchOn } from './set-up/switch-on';
import { workflow } from './set-up/workflow';

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
