import { type StatusCategory } from '../types';

/** A workflow that every new service project gets a copy of. */
export type ServiceWorkflow = {
  /** Between the project's key and "workflow for Jira Service Management". */
  readonly name: string;
  readonly types: readonly string[];
  /** The first is where issues begin. */
  readonly statuses: readonly (readonly [name: string, category: StatusCategory])[];
  readonly moves: readonly (readonly [name: string, from: readonly string[], to: string])[];
  /** Nothing can be edited there (`jira.issue.editable`), and nothing leads out. */
  readonly locked?: string;
};

const OPEN = ['Open', 'TODO'] as const;
const CANCELED = ['Canceled', 'DONE'] as const;
const COMPLETED = ['Completed', 'DONE'] as const;
const CLOSED = ['Closed', 'DONE'] as const;
const PENDING = ['Pending', 'IN_PROGRESS'] as const;

/**
 * Names of workflows and of their main statuses are those of real sites; which moves there are is only like them. As
 * there, none of them sets a resolution, and incidents and problems that are closed can be neither edited nor moved.
 */
export const SERVICE_WORKFLOWS: readonly ServiceWorkflow[] = [
  {
    name: 'Service Request Fulfilment',
    types: ['[System] Service request', 'Task', 'Sub-task'],
    statuses: [
      ['Waiting for support', 'TODO'],
      ['Waiting for customer', 'IN_PROGRESS'],
      ['Pending', 'IN_PROGRESS'],
      ['In progress', 'IN_PROGRESS'],
      ['Escalated', 'IN_PROGRESS'],
      ['Resolved', 'DONE'],
      CANCELED,
      CLOSED,
    ],
    moves: [
      ['Respond to customer', ['Waiting for support', 'In progress'], 'Waiting for customer'],
      ['Respond to support', ['Waiting for customer'], 'Waiting for support'],
      ['In progress', ['Waiting for support', 'Pending', 'Escalated'], 'In progress'],
      ['Pending', ['Waiting for support', 'In progress'], 'Pending'],
      ['Escalate', ['Waiting for support', 'In progress'], 'Escalated'],
      ['Resolve this issue', ['Waiting for support', 'In progress', 'Escalated'], 'Resolved'],
      ['Cancel request', ['Waiting for support', 'Waiting for customer'], 'Canceled'],
      ['Back to in progress', ['Resolved'], 'In progress'],
      ['Close', ['Resolved', 'Canceled'], 'Closed'],
    ],
  },
  {
    name: 'Service Request Fulfilment with Approvals',
    types: ['[System] Service request with approvals'],
    statuses: [
      ['Waiting for approval', 'TODO'],
      ['Waiting for support', 'TODO'],
      ['In progress', 'IN_PROGRESS'],
      ['Resolved', 'DONE'],
      ['Declined', 'DONE'],
    ],
    moves: [
      ['Approve', ['Waiting for approval'], 'Waiting for support'],
      ['Decline', ['Waiting for approval'], 'Declined'],
      ['In progress', ['Waiting for support'], 'In progress'],
      ['Resolve this issue', ['Waiting for support', 'In progress'], 'Resolved'],
    ],
  },
  {
    name: 'Incident Management',
    types: ['[System] Incident', '[System] Post-incident review'],
    statuses: [OPEN, ['Work in progress', 'IN_PROGRESS'], PENDING, COMPLETED, CANCELED, CLOSED],
    moves: [
      ['Investigate', ['Open', 'Pending'], 'Work in progress'],
      ['Pending', ['Open', 'Work in progress'], 'Pending'],
      ['Back to open', ['Work in progress'], 'Open'],
      ['Cancel', ['Open', 'Work in progress', 'Pending'], 'Canceled'],
      ['Resolve', ['Open', 'Work in progress', 'Pending'], 'Completed'],
      ['Back to work in progress', ['Completed'], 'Work in progress'],
      ['Close', ['Completed', 'Canceled'], 'Closed'],
    ],
    locked: 'Closed',
  },
  {
    name: 'Problem Management',
    types: ['[System] Problem'],
    statuses: [OPEN, ['Under investigation', 'IN_PROGRESS'], PENDING, COMPLETED, CANCELED, CLOSED],
    moves: [
      ['Investigate', ['Open', 'Pending'], 'Under investigation'],
      ['Pending', ['Under investigation'], 'Pending'],
      ['Cancel', ['Open', 'Under investigation'], 'Canceled'],
      ['Complete', ['Under investigation', 'Pending'], 'Completed'],
      ['Close', ['Completed', 'Canceled'], 'Closed'],
    ],
    locked: 'Closed',
  },
  {
    name: 'Change Management',
    types: ['[System] Change'],
    statuses: [
      OPEN,
      ['Planning', 'TODO'],
      ['Awaiting implementation', 'IN_PROGRESS'],
      ['Implementing', 'IN_PROGRESS'],
      COMPLETED,
      ['Failed', 'DONE'],
      CANCELED,
    ],
    moves: [
      ['Plan', ['Open'], 'Planning'],
      ['Approve', ['Open', 'Planning'], 'Awaiting implementation'],
      ['Implement', ['Awaiting implementation'], 'Implementing'],
      ['Complete', ['Implementing'], 'Completed'],
      ['Fail', ['Implementing'], 'Failed'],
      ['Cancel', ['Open', 'Planning', 'Awaiting implementation'], 'Canceled'],
    ],
  },
];
