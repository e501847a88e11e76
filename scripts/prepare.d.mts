export const ROOT: string;
export class CannotPrepare extends Error {}
export function prepare(say?: (line: string) => void): Promise<void>;
export function prepareAnd(command: () => void | Promise<void>): Promise<void>;
export function assertNodeIsNewEnough(version: string): void;
