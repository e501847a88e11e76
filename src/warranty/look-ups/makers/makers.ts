import { apple } from './apple.js';
import { dell } from './dell.js';
import { hp } from './hp.js';
import { lenovo } from './lenovo.js';
import type { Maker, MakerName } from './maker.js';

/** The makers that Rollcall can ask. */
export const MAKER_NAMED: Readonly<Record<MakerName, Maker>> = { dell, lenovo, hp, apple };
