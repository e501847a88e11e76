import { causeOf, isLegalMove, isInUse, missingDetails, MOVES, ROUTE_RULES } from './device-lifecycle.js';
import { type DeviceFacts } from '../device-record.js';
import { type DeviceStatus, type DisposalRoute, ROUTES, STATUS_GROUP, STATUSES } from '../statuses.js';

/** DESIGN section 4, row by row, written out here: the group of each status, and what a device in it may become. */
const TABLE: Record<string, { group: string; becomes: string }> = {
  in_stock: { group: 'active', becomes: 'deployed in_repair retired missing' },
  deployed: { group: 'active', becomes: 'in_stock in_repair retired missing' },
  in_repair: { group: 'active', becomes: 'in_stock deployed retired missing disposed' },
  missing: { group: 'missing', becomes: 'in_stock retired disposed' },
  retired: { group: 'retired', becomes: 'in_stock disposed missing' },
  disposed: { group: 'gone', becomes: '' },
  void: { group: 'none', becomes: '' },
};

const NAMES = Object.keys(TABLE) as DeviceStatus[];
const PAIRS = NAMES.flatMap((from) => NAMES.map((to): [DeviceStatus, DeviceStatus] => [from, to]));

const facts = (some: Partial<DeviceFacts>): DeviceFacts =>
  ({ status: 'deployed', siteId: 'A', ...some }) as DeviceFacts;

describe('the life of a device', () => {
  it('knows the seven statuses of the design and no other', () => {
    expect(STATUSES.toSorted()).toEqual(NAMES.toSorted());
    expect(Object.keys(MOVES).toSorted()).toEqual(NAMES.toSorted());
  });

  it.each(PAIRS)('from %s to %s goes as the table says', (from, to) => {
    const legal = from === to || TABLE[from]!.becomes.split(' ').includes(to);
    expect(isLegalMove(from, to)).toBe(legal);
  });

  it.each(NAMES)('puts %s in its group, and only an active device is in use', (status) => {
    expect(STATUS_GROUP[status]).toBe(TABLE[status]!.group);
    expect(isInUse(status)).toBe(['in_stock', 'deployed', 'in_repair'].includes(status));
  });
});

describe('the fields that a move needs', () => {
  it.each(['in_stock', 'deployed', 'in_repair', 'retired'] as const)('are none to %s', (to) => {
    expect(missingDetails(to, null, {})).toEqual([]);
  });

  it('are, to missing, how it was lost and since when', () => {
    expect(missingDetails('missing', null, {}).map(({ field }) => field)).toEqual([
      'missing',
      'missingSince',
    ]);
    expect(missingDetails('missing', null, { missing: 'lost', missingSince: '2026-01-05' })).toEqual([]);
  });

  it('are, for a theft, also the number of the police report', () => {
    const theft = { missing: 'stolen', missingSince: '2026-01-05' } as const;
    expect(missingDetails('missing', null, theft).map(({ field }) => field)).toEqual(['policeReportNumber']);
    expect(missingDetails('missing', null, { ...theft, policeReportNumber: 'DR 26-1' })).toEqual([]);
  });

  it('are, to disposed, the route, and for a write-off who approved it', () => {
    expect(missingDetails('disposed', null, {}).map(({ field }) => field)).toEqual(['disposalRoute']);
    expect(missingDetails('disposed', 'recycle', {})).toEqual([]);
    expect(missingDetails('disposed', 'write_off', {}).map(({ field }) => field)).toEqual([
      'approvalReference',
    ]);
    expect(missingDetails('disposed', 'write_off', { approvalReference: 'Board 14' })).toEqual([]);
  });
});

describe('the routes of disposal', () => {
  const sale = 'released sanitized funding_date board_item signed_lot';
  /** DESIGN sections 4 and 10, written out here: where each route begins, and its gates. */
  const routes: Record<string, { from: string; gates: string }> = {
    recycle: { from: 'retired', gates: sale },
    sell: { from: 'retired', gates: sale },
    donate: { from: 'retired', gates: sale },
    trade_in: { from: 'retired', gates: sale },
    agency_transfer: { from: 'retired', gates: sale },
    lease_return: { from: 'retired', gates: 'released sanitized lessor_receipt' },
    vendor_swap: { from: 'in_repair', gates: 'vendor_claim sanitized' },
    // A device that was lost or stolen is not released: it stays locked.
    write_off: { from: 'missing', gates: 'loss_report approval' },
    historical: { from: 'retired missing in_repair', gates: 'admin_import' },
  };

  it('are the nine of the design and no other', () => {
    expect(ROUTES.toSorted()).toEqual(Object.keys(routes).toSorted());
    expect(Object.keys(ROUTE_RULES).toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  it.each(Object.entries(routes))('%s begins where the design says, and has its gates', (name, route) => {
    const { from, gates } = ROUTE_RULES[name as DisposalRoute];
    expect(from.toSorted()).toEqual(route.from.split(' ').toSorted());
    expect(gates.toSorted()).toEqual(route.gates.split(' ').toSorted());
  });
});

describe('the cause of a change in the counts', () => {
  it.each([
    ['deployed', 'retired', 'retired'],
    ['missing', 'retired', 'retired'],
    ['retired', 'missing', 'lost'],
    ['in_repair', 'deployed', 'deployed'],
    ['in_repair', 'in_stock', 'returned'],
    ['in_stock', 'in_repair', 'repair'],
    ['deployed', 'missing', 'lost'],
    ['retired', 'disposed', 'disposed'],
    ['missing', 'in_stock', 'found'],
    ['retired', 'in_stock', 'reused'],
    ['in_stock', 'deployed', 'deployed'],
    ['deployed', 'in_repair', 'repair'],
    ['deployed', 'in_stock', 'returned'],
    ['disposed', 'in_stock', 'corrected'],
  ] as const)('from %s to %s is %s', (from, to, cause) => {
    expect(causeOf(facts({ status: from }), facts({ status: to }))).toBe(cause);
  });

  it('is a transfer where the site changes, and a correction where only the model does', () => {
    expect(causeOf(facts({}), facts({ siteId: 'B' }))).toBe('transferred');
    expect(causeOf(facts({}), facts({ kind: 'ipad' }))).toBe('corrected');
  });

  it('is the retirement of a device that is retired to another site', () => {
    expect(causeOf(facts({}), facts({ siteId: 'B', status: 'retired' }))).toBe('retired');
  });
});
