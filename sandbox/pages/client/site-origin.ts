/**
 * The origin of the page that holds this frame: the only one that we talk to. The browser itself says it
 * (`ancestorOrigins`, else the referrer), so neither a query parameter nor a message can claim to be the site.
 *
 * @throws Error when the frame is not in a page, or the browser does not tell in which.
 */
export function siteOrigin(frame: {
  readonly location: { readonly ancestorOrigins?: ArrayLike<string> };
  readonly document: { readonly referrer: string };
}): string {
  const ancestor = frame.location.ancestorOrigins?.[0];
  if (ancestor) return ancestor;
  if (frame.document.referrer) return new URL(frame.document.referrer).origin;
  throw new Error('The Custom UI of an app works only inside a page of the site.');
}
