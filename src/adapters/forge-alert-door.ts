import { randomBytes } from 'node:crypto';
import { webTrigger } from '@forge/api';
import { kvs } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type AlertDoor } from '../ports/alert-door';
import { answered } from './kvs-words';

/** The web trigger of manifest.yml. */
const TRIGGER = 'alert';
const SECRET = 'alert-secret';

/** A web trigger of this installation; the secret lies in Forge's store for secrets. */
export function forgeAlertDoor(): AlertDoor {
  return {
    async address() {
      try {
        return await webTrigger.getUrl(TRIGGER);
      } catch (cause) {
        throw new IncidentError('unavailable', 'Forge told no address', { cause });
      }
    },
    secret: () => answered(() => kvs.getSecret<string>(SECRET)),
    async renew() {
      const secret = randomBytes(32).toString('base64url');
      await answered(() => kvs.setSecret(SECRET, secret));
      return secret;
    },
  };
}
