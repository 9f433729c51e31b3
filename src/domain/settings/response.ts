import { faultInJql, type JqlFault } from '../jql';
import { type ResponseRules } from './settings';

const JQL_LENGTH = 2000;
const HOURS = { least: 1, most: 24 };
const PROJECT_KEY = /^[A-Z][A-Z0-9_]{1,254}$/;
/** Of a space for all, or of a person's own. */
const SPACE_KEY = /^(~[\w:.-]{1,254}|[A-Za-z0-9_]{1,255})$/;

/** Nothing but the web, and no longer than a browser takes. */
const ADDRESS = /^https:\/\/[^\s/]+\S{0,1900}$/;

/** Something about the rules of the response that cannot be saved so. */
export type ResponseProblem = {
  readonly cell: keyof ResponseRules;
  readonly code: JqlFault | 'too-long' | 'bad-project' | 'bad-space' | 'bad-hours' | 'bad-address';
  readonly limit?: number;
};

/** What must be mended. Whether a project, a space or a query is there is Jira's to say, when it is used. */
export function responseProblems(rules: ResponseRules = {}): ResponseProblem[] {
  const { cleanUpProject, reviewSpace, statusPage, handOverHours } = rules;
  return [
    ...jqlProblems('changesJql', rules.changesJql),
    ...jqlProblems('supportJql', rules.supportJql),
    ...unless(isLike(PROJECT_KEY, cleanUpProject), 'cleanUpProject', 'bad-project'),
    ...unless(isLike(SPACE_KEY, reviewSpace), 'reviewSpace', 'bad-space'),
    ...unless(isLike(ADDRESS, statusPage), 'statusPage', 'bad-address'),
    ...unless(isWithin(HOURS, handOverHours), 'handOverHours', 'bad-hours'),
  ];
}

function jqlProblems(cell: 'changesJql' | 'supportJql', jql: string | undefined) {
  if (jql === undefined) return [];
  const code = faultInJql(jql);
  return [
    ...(code ? [{ cell, code }] : []),
    ...(jql.length > JQL_LENGTH ? [{ cell, code: 'too-long' as const, limit: JQL_LENGTH }] : []),
  ];
}

function unless(
  isFine: boolean,
  cell: ResponseProblem['cell'],
  code: ResponseProblem['code'],
): ResponseProblem[] {
  return isFine ? [] : [{ cell, code }];
}

function isLike(shape: RegExp, text: string | undefined): boolean {
  return text === undefined || shape.test(text);
}

function isWithin({ least, most }: typeof HOURS, number: number | undefined): boolean {
  return number === undefined || (Number.isInteger(number) && number >= least && number <= most);
}
