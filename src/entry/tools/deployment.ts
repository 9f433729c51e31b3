import { type ForApp } from '../../wiring/app';
import { readDeployment } from './deployment-body';
import { answer, throughDoor } from './door';

/**
 * The web trigger `deployment`: delivery pipelines tell what they have brought out. The same id twice is one.
 *
 * @returns 201 kept, 200 known already or only tested, 400 with what is wrong; and as `throughDoor`
 */
export function onDeployment({ deployments, deploymentDoor: door, log, now }: ForApp) {
  const way = { secret: () => door.secret(), log, what: 'deployment', mostBytes: 100_000 };
  return throughDoor(way, async (body) => {
    const read = readDeployment(body, now());
    if ('problems' in read) return answer(400, read);
    if (read.isTest) return answer(200, { state: 'valid' });
    const isNew = await deployments.keep(read.deployment);
    return isNew ? answer(201, { state: 'kept' }) : answer(200, { state: 'known' });
  });
}
