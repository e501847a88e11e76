/** The one queue of Rollcall. */
export const QUEUE = 'rollcall';
