import type { Tone } from '../journal/database.js';

/** What stands beside each color, for whoever cannot tell them apart. */
export const SIGNS: Record<Tone, string> = { good: '✓', notice: '!', bad: '✕' };
