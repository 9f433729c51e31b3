/** What stands in the place of a secret. */
const GONE = '…';

const SCHEMES = /\b(Bearer|Basic|GenieKey|OAuth|Token token=)\s*[^\s"',;]+/gi;
const SLACK_TOKENS = /\bx(?:ox[a-z]|app)-[\w-]+/gi;
const NAMED =
  /\b([\w-]*(?:token|secret|password|api[_-]?key|routing[_-]?key|signature|sig))(["']?\s*[:=]\s*["']?)[^\s"'&,;}]+/gi;
const ADDRESSES = /\bhttps?:\/\/[^\s"'<>]+/gi;

/**
 * A text for errors and logs without credentials: headers of authorisation, tokens by their form or by the name that
 * stands before them, and of addresses all but the host, because a webhook's path is its key.
 *
 * @param secrets what must not stand in it in any case
 */
export function redacted(text: string, secrets: readonly string[] = []): string {
  // A longer one may hold a shorter one.
  const known = [...secrets].sort((a, b) => b.length - a.length);
  const without = known.reduce((rest, secret) => rest.replaceAll(secret, GONE), text);
  return without
    .replaceAll(ADDRESSES, (address) => hostOf(address))
    .replaceAll(SCHEMES, (_all, scheme: string) => `${scheme} ${GONE}`)
    .replaceAll(SLACK_TOKENS, GONE)
    .replaceAll(NAMED, (_all, name: string, sign: string) => `${name}${sign}${GONE}`);
}

function hostOf(address: string): string {
  if (!URL.canParse(address)) return GONE;
  const { protocol, host, pathname, search } = new URL(address);
  return `${protocol}//${host}${pathname === '/' && search === '' ? '' : `/${GONE}`}`;
}
