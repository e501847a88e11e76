export const ROOT: string;
export class CannotPrepare extends Error {}
export interface Needs {
  /** Whether what is built is needed; it is where nothing is said. */
  builds?: boolean;
}
export function prepare(say?: (line: string) => void, needs?: Needs): Promise<void>;
export function prepareAnd(command: () => void | Promise<void>, needs?: Needs): Promise<void>;
export function assertNodeIsNewEnough(version: string): void;
