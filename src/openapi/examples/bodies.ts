/** A body that a route takes, by the operation's id. */
export type Examples = Record<string, object>;
