/** An answer of the platform itself, not of a product: `@forge/api` throws it in the app. */
export function proxyError(status: number, code: string, message: string): Response {
  return Response.json(
    { code: status, message },
    { status, headers: { 'forge-proxy-error': code } },
  );
}

/** What is said of a site without Confluence. Its words are a guess, its status is what a gateway answers. */
export const NO_CONFLUENCE = 'This site has no Confluence.';

/** What the sandbox lacks, said so that nobody looks for the fault in the app. */
export function notEmulated(what: string): Response {
  return Response.json(
    { code: 'NOT_EMULATED', message: `The sandbox does not emulate ${what}.` },
    { status: 501 },
  );
}
