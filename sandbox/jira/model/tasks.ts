import { uuidFrom } from './people';
import { type Site } from './site';

export type Task = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly self: string;
};

/** A long task that is already done: the sandbox does such work at once. */
export function addTask(site: Site, accountId: string, description: string): Task {
  const id = String(site.tasks.nextId());
  const now = site.now();
  const task = {
    self: site.self(`task/${id}`),
    id,
    description,
    status: 'COMPLETE',
    result: {},
    submittedBy: Number.parseInt(uuidFrom(accountId).slice(0, 6), 16),
    progress: 100,
    elapsedRuntime: 0,
    submitted: now,
    started: now,
    finished: now,
    lastUpdate: now,
  };
  site.tasks.put(id, task);
  return task;
}
