import { MOST_IN_LOT } from './lot-limits.js';
import { Conflict, type FieldError, NotFound } from '../../common/refusal.js';

export class LotNotFound extends NotFound {
  constructor() {
    super('The lot', 'LOT_NOT_FOUND');
  }
}

/** How many errors an answer lists. */
export const MOST_LISTED = 200;

/** A lot that cannot be frozen or picked up because of some of its devices. */
export function lotNotReady(what: string, errors: readonly FieldError[]): Conflict {
  const left = errors.length - MOST_LISTED;
  const more = left > 0 ? ` ${left} more are not listed.` : '';
  return new Conflict(`${what}${more}`, 'LOT_NOT_READY', errors.slice(0, MOST_LISTED));
}

export function lotChanged(): Conflict {
  return new Conflict(
    'Somebody has just added or removed devices on this lot. Load the lot again.',
    'LOT_CHANGED',
  );
}

export function lotFull(number: number): Conflict {
  return new Conflict(
    `Lot ${number} can have up to ${MOST_IN_LOT.toLocaleString('en-US')} devices. Create another lot.`,
    'LOT_FULL',
  );
}

/** @param number null where the caller does not reach the other lot */
export function onOtherLot(device: string, number: number | null): { code: string; detail: string } {
  const detail =
    number === null
      ? `${device} is on a lot of another site. Ask ITS to remove it from that lot first.`
      : `${device} is on lot ${number}. Remove it from that lot first.`;
  return { code: 'ON_OTHER_LOT', detail };
}
