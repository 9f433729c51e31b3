import { type Declaration } from './declaration';

/** A long description is cut by Jira at its end, so that what is said beside it stands above it. */
const LONG = 10_000;

/** The description with sentences and lines beside it: below it, or above a long one. Nothing beside it: as it is. */
export function withAsides<Of extends Pick<Declaration, 'description'>>(
  declaration: Of,
  asides: string,
): Of {
  if (asides === '') return declaration;
  const { description } = declaration;
  if (description === undefined) return { ...declaration, description: asides };
  const parts = description.length > LONG ? [asides, description] : [description, asides];
  return { ...declaration, description: parts.join('\n\n') };
}
