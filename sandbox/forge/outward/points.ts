/**
 * What a call costs of the app's hourly quota: one point, and one for each object that a read returns,
 * two where the objects are users, groups or permissions. A write costs one.
 */
export function pointsOf(method: string, path: string, status: number, body: unknown): number {
  if (!isRead(method, path) || status >= 400) return 1;
  return 1 + objectsIn(body) * (isDear(path) ? 2 : 1);
}

const READING_POSTS = /\/(search|jql|bulkfetch|check|approximate-count|match|evaluate|list|parse)$/;

function isRead(method: string, path: string): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && READING_POSTS.test(path));
}

function isDear(path: string): boolean {
  return /\/(users?|groups?|permissions|mypermissions|myself)(\/|$)/.test(path);
}

function objectsIn(body: unknown): number {
  if (Array.isArray(body)) return body.length;
  if (typeof body !== 'object' || body === null) return 0;
  if ('id' in body || 'key' in body || 'accountId' in body) return 1;
  const lists = Object.values(body).filter(Array.isArray);
  const objects = lists.reduce((sum: number, list: unknown[]) => sum + list.length, 0);
  if (lists.length > 0) return objects;
  return Object.values(body).some((value) => typeof value === 'object' && value !== null) ? 1 : 0;
}
