import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

type Headers = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * Whoever sent this knows the secret. They show it, each tool where it can: in the header `Authorization`, as
 * `Bearer …`, as `GenieKey …` or as the password of `Basic …`, or in the body as `routing_key`. Or they sign the body
 * with it (`X-Hub-Signature-256: sha256=…`, HMAC in hexadecimal). It takes the same time whatever is wrong.
 */
export function isProven(headers: Headers, body: string, secret: string | undefined): boolean {
  if (secret === undefined) return false;
  const shown = [shownIn(valueOf(headers, 'authorization')), routingKeyIn(body)];
  const signed = valueOf(headers, 'x-hub-signature-256')?.toLowerCase();
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return (
    shown.some((one) => one !== undefined && sameText(one, secret)) ||
    (signed !== undefined && sameText(signed, signature))
  );
}

function shownIn(header: string | undefined): string | undefined {
  const basic = /^basic +(\S+)$/i.exec(header ?? '')?.[1];
  if (basic === undefined) return header?.replace(/^(?:bearer|geniekey|token) +/i, '');
  const [, ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return password.join(':');
}

/** Looked for in the text: nothing is parsed for anybody who has not shown that they may. */
function routingKeyIn(body: string): string | undefined {
  return /"routing_key"\s*:\s*"([^"\\]{1,100})"/.exec(body)?.[1];
}

function valueOf(headers: Headers, name: string): string | undefined {
  const found = Object.keys(headers).find((one) => one.toLowerCase() === name);
  return found === undefined ? undefined : headers[found]?.[0]?.trim();
}

/** Digests are of one length, so that the comparison says nothing about the texts. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
