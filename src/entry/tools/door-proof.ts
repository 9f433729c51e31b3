import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

type Headers = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * Whoever sent this knows the secret: they show it (`Authorization: Bearer …`), or sign the body with it
 * (`X-Hub-Signature-256: sha256=…`, HMAC in hexadecimal). It takes the same time whatever is wrong.
 */
export function isProven(headers: Headers, body: string, secret: string | undefined): boolean {
  if (secret === undefined) return false;
  const shown = valueOf(headers, 'authorization')?.replace(/^bearer +/i, '');
  const signed = valueOf(headers, 'x-hub-signature-256')?.toLowerCase();
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return (
    (shown !== undefined && sameText(shown, secret)) ||
    (signed !== undefined && sameText(signed, signature))
  );
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
