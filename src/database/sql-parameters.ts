/** Adds a value to the parameters of a statement, and returns its placeholder. */
export type Param = (value: unknown) => string;

/** Parameters of a statement that is put together from parts; `first` are `$1` and those after it. */
export function sqlParameters(...first: unknown[]): { parameters: unknown[]; param: Param } {
  const parameters = [...first];
  return { parameters, param: (value) => `$${parameters.push(value)}` };
}
