import { z } from 'zod';
import { type Call } from '../../http/call';
import { type Bean, projectStub, userBean } from '../../model/beans';
import { type Share } from '../../model/types';

/** A share permission as it is sent. */
export const shareShape = z
  .object({
    type: z.string(),
    group: z
      .object({ groupId: z.string().optional(), name: z.string().optional() })
      .loose()
      .optional(),
    project: z
      .object({ id: z.union([z.string(), z.number()]) })
      .loose()
      .optional(),
    role: z.object({ id: z.number() }).loose().optional(),
    user: z.object({ accountId: z.string() }).loose().optional(),
  })
  .loose();

export function readShares(call: Call, sent: readonly z.infer<typeof shareShape>[]): Share[] {
  return sent.map(({ type, group, project, role, user }) => {
    const named = call.site.groups.where(
      ({ groupId, name }) => groupId === group?.groupId || name === group?.name,
    );
    return {
      id: call.site.nextId(),
      type,
      ...(named ? { groupId: named.groupId } : {}),
      ...(project ? { projectId: String(project.id) } : {}),
      ...(role ? { roleId: role.id } : {}),
      ...(user ? { accountId: user.accountId } : {}),
    };
  });
}

export function shareBean({ site }: Call, share: Share): Bean {
  const { id, type, groupId, projectId, roleId, accountId } = share;
  const group = site.groups.find(groupId);
  const project = site.projects.find(projectId);
  const role = site.roles.find(roleId);
  return {
    id,
    type,
    ...(group ? { group: { ...group, self: site.self(`group?groupId=${group.groupId}`) } } : {}),
    ...(project ? { project: projectStub(site, project) } : {}),
    ...(role ? { role: { ...role, self: site.self(`role/${role.id}`) } } : {}),
    ...(accountId === undefined ? {} : { user: userBean(site, accountId) }),
  };
}
