import { FIELD_EXAMPLES } from './field-examples.js';
import { REGISTER_EXAMPLES } from './register-examples.js';
import { SUPPORT_EXAMPLES } from './support-examples.js';

/** A body that a route takes, by the operation's id. */
export type Examples = Record<string, object>;

export const EXAMPLES: Examples = { ...REGISTER_EXAMPLES, ...SUPPORT_EXAMPLES, ...FIELD_EXAMPLES };
