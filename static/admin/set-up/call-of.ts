/** A call to try out in a shell. @param variable of the shell, which holds the secret */
export function callOf(address: string, variable: string, body: object): string {
  return [
    `curl -X POST '${address}' \\`,
    `  -H "Authorization: Bearer $${variable}" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`,
  ].join('\n');
}

/** This moment to the second, as most tools write it. */
export function nowText(): string {
  return new Date().toISOString().replace(/\.\d+/, '');
}
