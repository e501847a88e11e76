import { causeOf, type Gate, isLegalMove, missingDetails, MOVES, ROUTE_RULES } from './device-lifecycle.js';
import { type DeviceFacts, type DeviceStatus, type DisposalRoute, ROUTES, STATUSES } from './device-words.js';

/** DESIGN section 4, row by row, written again: what may follow on what. */
const TABLE: Record<DeviceStatus, string> = {
  in_stock: 'deployed in_repair retired missing',
  deployed: 'in_stock in_repair retired missing',
  in_repair: 'in_stock deployed retired missing disposed',
  missing: 'in_stock retired disposed',
  retired: 'in_stock disposed missing',
  disposed: '',
  void: '',
};

const PAIRS = STATUSES.flatMap((from) => STATUSES.map((to): [DeviceStatus, DeviceStatus] => [from, to]));

const facts = (some: Partial<DeviceFacts>): DeviceFacts =>
  ({ status: 'deployed', siteId: 'A', ...some }) as DeviceFacts;

describe('the life of a device', () => {
  it.each(PAIRS)('from %s to %s goes as the table says', (from, to) => {
    const legal = from === to || TABLE[from].split(' ').includes(to);
    expect(isLegalMove(from, to)).toBe(legal);
  });

  it('never lets a move lead into void, which is no move', () => {
    expect(STATUSES.filter((from) => MOVES[from].includes('void'))).toEqual([]);
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
  const sale: Gate[] = ['released', 'sanitized', 'board_item', 'signed_lot'];
  const gates: Record<DisposalRoute, Gate[]> = {
    recycle: sale,
    sell: sale,
    donate: sale,
    trade_in: sale,
    agency_transfer: sale,
    lease_return: ['released', 'sanitized', 'lessor_receipt'],
    vendor_swap: ['vendor_claim', 'sanitized'],
    write_off: ['loss_report', 'approval'],
    historical: ['admin_import'],
  };

  it.each(ROUTES)('%s has the gates of DESIGN section 10', (route) => {
    expect(ROUTE_RULES[route].gates.toSorted()).toEqual(gates[route].toSorted());
  });

  it.each(ROUTES)('%s begins only where the table lets a device be disposed of', (route) => {
    for (const from of ROUTE_RULES[route].from) expect(isLegalMove(from, 'disposed')).toBe(true);
  });

  it('never asks to release what was lost or stolen: it stays locked', () => {
    expect(ROUTE_RULES.write_off.gates).not.toContain('released');
  });
});

describe('the cause of a change in the counts', () => {
  it.each([
    ['deployed', 'retired', 'retired'],
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
