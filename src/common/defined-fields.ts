/** What was said, without what was not: a field that is undefined would empty another in a spread. */
export function definedFields<T extends object>(said: T): Partial<T> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<T>;
}
