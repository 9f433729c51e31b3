/**
 * What "Copy the details" copies: where it broke and why. Nothing of the incident, and no address of the frame, which
 * would name the site.
 */
export function detailsOfFault(fault: unknown, where: readonly string[]): string {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  const lines = [
    where.filter((one) => one !== '').join(' · '),
    `${error.name}: ${error.message}`,
    error.stack ?? '',
  ];
  return lines.join('\n').replaceAll(/https?:\/\/[^\s)]*\//g, '');
}
