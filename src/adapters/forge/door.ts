import { randomBytes } from 'node:crypto';
import { webTrigger } from '@forge/api';
import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type Door } from '../../ports/declaring/door';
import { answered } from '../store/answers';

/** A web trigger of this installation, by its key in manifest.yml; its secret lies in Forge's store for secrets. */
export function forgeDoor(trigger: 'alert' | 'deployment'): Door {
  const key = `${trigger}-secret`;
  return {
    async address() {
      try {
        return await webTrigger.getUrl(trigger);
      } catch (cause) {
        throw new IncidentError('unavailable', 'Forge told no address', { cause });
      }
    },
    secret: () => answered(() => kvs.getSecret<string>(key)),
    async renew() {
      const secret = randomBytes(32).toString('base64url');
      await answered(() => kvs.setSecret(key, secret));
      return secret;
    },
  };
}
