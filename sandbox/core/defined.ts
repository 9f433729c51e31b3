/** What is there of these; a key whose value is undefined is left out. */
export function defined<Values extends object>(
  values: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<{ [Key in keyof Values]: Exclude<Values[Key], undefined> }>;
}
