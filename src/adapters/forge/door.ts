import { randomBytes } from 'node:crypto';
import { webTrigger } from '@forge/api';
import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type Door } from '../../ports/declaring/door';
import { askInTime } from '../in-time';
import { readStore, writeStore } from '../store/answers';

/** A web trigger of this installation, by its key in manifest.yml; its secret lies in Forge's store for secrets. */
export function forgeDoor(trigger: 'deployment'): Door {
  const key = `${trigger}-secret`;
  return {
    address: () => addressOf(trigger),
    secret: () => readStore(() => kvs.getSecret<string>(key)),
    async renew() {
      const secret = randomBytes(32).toString('base64url');
      await writeStore(() => kvs.setSecret(key, secret));
      return secret;
    },
  };
}

/** Stays the same on a site. @throws {IncidentError} `unavailable` */
export async function addressOf(trigger: 'alert' | 'deployment'): Promise<string> {
  try {
    return await askInTime('Forge', 'retry', () => webTrigger.getUrl(trigger));
  } catch (cause) {
    if (cause instanceof IncidentError) throw cause;
    throw new IncidentError('unavailable', 'Forge told no address', { cause });
  }
}
