import type { Cause } from '../../counts/ledger/movements.js';
import { type DeviceFacts } from '../device-record.js';
import { type DeviceStatus, type DisposalRoute, STATUS_GROUP } from '../statuses.js';

/** What may become of a device in each status: the whole of DESIGN section 4, as data. */
export const MOVES: Readonly<Record<DeviceStatus, readonly DeviceStatus[]>> = {
  in_stock: ['deployed', 'in_repair', 'retired', 'missing'],
  deployed: ['in_stock', 'in_repair', 'retired', 'missing'],
  in_repair: ['in_stock', 'deployed', 'retired', 'missing', 'disposed'],
  missing: ['in_stock', 'retired', 'disposed'],
  retired: ['in_stock', 'disposed', 'missing'],
  disposed: [],
  void: [],
};

/**
 * What must be proved before a device may leave by a route; DESIGN section 10. `funding_date`: the grant that paid for it
 * allows it by now. `sanitization_contracted`: who takes it removes the data, and sends a certificate.
 */
export type Gate =
  | 'released'
  | 'sanitized'
  | 'sanitization_contracted'
  | 'funding_date'
  | 'board_item'
  | 'signed_lot'
  | 'lessor_receipt'
  | 'vendor_claim'
  | 'loss_report'
  | 'approval'
  | 'admin_import';

interface RouteRule {
  from: readonly DeviceStatus[];
  gates: readonly Gate[];
  /** Another clearance that opens a gate of this route as well. */
  instead?: Partial<Record<Gate, Gate>>;
}

const SALE: RouteRule = {
  from: ['retired'],
  gates: ['released', 'sanitized', 'funding_date', 'board_item', 'signed_lot'],
  instead: { sanitized: 'sanitization_contracted' },
};

/** Where a route may begin, and its gates. */
export const ROUTE_RULES: Readonly<Record<DisposalRoute, RouteRule>> = {
  recycle: SALE,
  sell: SALE,
  donate: SALE,
  trade_in: SALE,
  agency_transfer: SALE,
  lease_return: { from: ['retired'], gates: ['released', 'sanitized', 'lessor_receipt'] },
  vendor_swap: { from: ['in_repair'], gates: ['vendor_claim', 'sanitized'] },
  write_off: { from: ['missing'], gates: ['loss_report', 'approval'] },
  historical: { from: ['retired', 'missing', 'in_repair'], gates: ['admin_import'] },
};

/** The gates of a route that are closed. @param isOpen whether something proves a gate */
export function closedGates(route: DisposalRoute, isOpen: (gate: Gate) => boolean): Gate[] {
  const { gates, instead = {} } = ROUTE_RULES[route];
  return gates.filter((gate) => {
    const other = instead[gate];
    return !isOpen(gate) && !(other && isOpen(other));
  });
}

/** Characters of the number of a police report. */
export const LONGEST_POLICE_REPORT = 100;

/** What a move tells beside its status; kept with the event. */
export interface MoveDetails {
  /** To `missing`. */
  missing?: 'lost' | 'stolen';
  /** Calendar date since when it is missing. */
  missingSince?: string;
  policeReportNumber?: string;
  /** To `disposed` by write-off: who approved it, by its number in the board's or the office's records. */
  approvalReference?: string;
}

/** What is wrong with a move, as the caller is told. */
export interface MoveProblem {
  field: string;
  code: string;
  detail: string;
}

export function isLegalMove(from: DeviceStatus, to: DeviceStatus): boolean {
  return from === to || MOVES[from].includes(to);
}

/** The fields that a move to a status needs and that were not given. */
export function missingDetails(
  to: DeviceStatus,
  route: DisposalRoute | null,
  details: MoveDetails,
): MoveProblem[] {
  const problems: MoveProblem[] = [];
  const ask = (given: unknown, field: string, detail: string): void => {
    if (!given) problems.push({ field, code: 'REQUIRED_FOR_MOVE', detail });
  };
  if (to === 'missing') {
    ask(details.missing, 'missing', 'Say whether the device was lost or stolen.');
    ask(details.missingSince, 'missingSince', 'Enter the day since which the device is missing.');
    if (details.missing === 'stolen')
      ask(
        details.policeReportNumber,
        'policeReportNumber',
        'For a stolen device, enter the number of the police report.',
      );
  }
  if (to === 'disposed') {
    ask(
      route,
      'disposalRoute',
      'Say how the device left the district. A file cannot say that: an admin writes off a missing device on the page of the device.',
    );
    if (route === 'write_off')
      ask(
        details.approvalReference,
        'approvalReference',
        'Enter the number of the approval of this write-off.',
      );
  }
  return problems;
}

/**
 * Why a count changed, read off what the event changed. An entry has its cause given. A device that a vendor keeps and
 * the one that comes for it have the same cause, so that the two add up to nothing. A status that changes with the
 * site is the cause; where the device is in use before and after, `step` counts the transfer too.
 */
export function causeOf(before: DeviceFacts, after: DeviceFacts): Cause {
  if (before.status !== after.status) {
    if (after.status === 'disposed') return after.disposalRoute === 'vendor_swap' ? 'replaced' : 'disposed';
    if (after.status === 'missing') return 'lost';
    if (after.status === 'retired') return 'retired';
    if (before.status === 'missing') return 'found';
    if (before.status === 'retired') return 'reused';
    if (before.status === 'disposed') return 'corrected';
    if (after.status === 'deployed') return 'deployed';
    if (after.status === 'in_repair') return 'repair';
    return 'returned';
  }
  return before.siteId === after.siteId ? 'corrected' : 'transferred';
}

/** Whether a device in this status can be in somebody's hands, in a cart, in a classroom. */
export function isInUse(status: DeviceStatus): boolean {
  return STATUS_GROUP[status] === 'active';
}
