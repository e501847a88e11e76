import type { Movement } from '../../counts/ledger/movements.js';
import type { HistoryEvent } from './device-history.js';
import type { DeviceFacts, DeviceRecord } from '../device-record.js';
import { type DeviceWrite, type EventDraft } from './device-drafts.js';
import { EMPTY } from './device-history.js';
import { type PreparedWrite, prepareWrite } from './device-writes.js';

const ZONE = 'America/Los_Angeles';
const NOW = new Date('2026-03-02T20:00:00Z');
const day = (date: string): Date => new Date(`${date}T08:00:00Z`);

const ENTRY: EventDraft = {
  type: 'entered',
  effectiveAt: day('2012-08-01'),
  cause: 'purchased',
  set: {
    ...EMPTY,
    status: 'deployed',
    kind: 'laptop',
    modelId: 'm',
    siteId: 'A',
    assetTag: 'T-1',
    inServiceOn: '2012-08-01',
    enteredOn: '2012-08-01',
  },
};

/** A device and its history, grown by drafts as the recorder would. */
class Life {
  device: DeviceRecord | null = null;
  readonly history: HistoryEvent[] = [];

  constructor(entry: EventDraft = ENTRY) {
    this.write(entry);
  }

  /** `isLate` gives the history, as the recorder does for what reaches back. */
  write(draft: EventDraft, more: Partial<DeviceWrite> = {}, isLate = false): PreparedWrite {
    const write = {
      id: 'd',
      device: this.device,
      manufacturer: 'Dell',
      entryDated: true,
      drafts: [draft],
      ...more,
    };
    const prepared = prepareWrite(write, isLate ? this.history : undefined, ZONE, NOW);
    if (!prepared) throw new Error('nothing changed');
    this.device = prepared.after;
    this.history.push(...prepared.events);
    return prepared;
  }

  late(date: string, set: Partial<DeviceFacts>, type: EventDraft['type'] = 'changed'): PreparedWrite {
    return this.write({ type, effectiveAt: day(date), set }, {}, true);
  }

  on(date: string, set: Partial<DeviceFacts>, type: EventDraft['type'] = 'changed'): PreparedWrite {
    return this.write({ type, effectiveAt: day(date), set });
  }
}

const short = (movements: Movement[]): string[] =>
  movements
    .map((m) => `${m.on} ${m.unit.siteId} ${m.unit.status} ${m.cause} ${m.delta > 0 ? '+' : ''}${m.delta}`)
    .toSorted();

describe('a write', () => {
  it('moves one out and one in, on the day it takes effect', () => {
    const { movements, after, events } = new Life().on('2015-01-05', { siteId: 'B' });
    expect(short(movements)).toEqual([
      '2015-01-05 A deployed transferred -1',
      '2015-01-05 B deployed transferred +1',
    ]);
    expect(after).toMatchObject({ siteId: 'B', version: 2 });
    expect(events).toHaveLength(1);
  });

  it('is nothing where nothing changes', () => {
    const life = new Life();
    const draft: EventDraft = { type: 'changed', effectiveAt: NOW, set: { siteId: 'A' } };
    const write = { id: 'd', device: life.device, manufacturer: '', drafts: [draft] };
    expect(prepareWrite(write, undefined, ZONE, NOW)).toBeNull();
  });

  it('ends custody and place in a cart with the use of the device', () => {
    const life = new Life();
    life.on('2013-01-01', { personId: 'p', cartId: 'c' });
    expect(life.on('2014-01-01', { status: 'retired' }, 'moved').after).toMatchObject({
      personId: null,
      cartId: null,
    });
  });

  it('keeps who had a device that is missing', () => {
    const life = new Life();
    life.on('2013-01-01', { personId: 'p' });
    const details = { missing: 'lost', missingSince: '2014-01-01' } as const;
    const draft: EventDraft = {
      type: 'moved',
      effectiveAt: day('2014-01-01'),
      set: { status: 'missing' },
      details,
    };
    expect(life.write(draft).after.personId).toBe('p');
  });

  it('in the past takes what followed from it as it was then, not as it is now', () => {
    const life = new Life();
    life.on('2015-01-01', { personId: 'p' });
    const { events, after } = life.late('2014-01-01', { status: 'in_stock' }, 'moved');
    expect(events[0]?.changes).toEqual({ status: ['deployed', 'in_stock'] });
    expect(after).toMatchObject({ status: 'in_stock', personId: 'p' });
  });

  it('in the past compensates at its own date and at the one it changes, and leaves today alone', () => {
    const life = new Life();
    life.on('2015-01-05', { siteId: 'B' });
    const { movements, after } = life.late('2013-01-05', { siteId: 'C' });
    expect(after.siteId).toBe('B');
    expect(short(movements)).toEqual([
      '2013-01-05 A deployed transferred -1',
      '2013-01-05 C deployed transferred +1',
      '2015-01-05 A deployed transferred +1',
      '2015-01-05 C deployed transferred -1',
    ]);
  });

  it('in the past holds today where the only later change was taken back', () => {
    const life = new Life();
    const [moved] = life.on('2015-01-05', { siteId: 'B' }, 'moved').events;
    const undo = {
      type: 'corrected',
      effectiveAt: day('2015-01-05'),
      set: { siteId: 'A' },
      cause: 'transferred',
      amendsId: moved?.id,
    } as const;
    life.write(undo, {}, true);
    const { movements, after } = life.late('2013-01-05', { siteId: 'C' });
    expect(after.siteId).toBe('C');
    expect(short(movements)).toEqual([
      '2013-01-05 A deployed transferred -1',
      '2013-01-05 C deployed transferred +1',
    ]);
  });

  it('moves an earlier transfer where the same one is said of an earlier day', () => {
    const life = new Life();
    life.on('2015-01-05', { siteId: 'B' });
    expect(short(life.late('2014-01-05', { siteId: 'B' }).movements)).toEqual([
      '2014-01-05 A deployed transferred -1',
      '2014-01-05 B deployed transferred +1',
      '2015-01-05 A deployed transferred +1',
      '2015-01-05 B deployed transferred -1',
    ]);
  });

  it('counts since when a status is what it is from the first event that made it so', () => {
    const life = new Life();
    life.on('2015-01-05', { status: 'in_stock' }, 'moved');
    expect(life.late('2014-01-05', { status: 'in_stock' }, 'moved').after.statusSince).toEqual(
      day('2014-01-05'),
    );
  });

  it('in the past is refused where it makes a later move impossible, and names the day', () => {
    const life = new Life();
    life.on('2018-06-01', { status: 'retired' }, 'moved');
    life.on('2019-06-01', { status: 'missing' }, 'corrected');
    life.on('2020-06-01', { status: 'in_stock' }, 'moved');
    const disposed: EventDraft = {
      type: 'moved',
      effectiveAt: day('2019-12-01'),
      set: { status: 'disposed', disposalRoute: 'write_off' },
      details: { approvalReference: 'x' },
    };
    const gatesMet = new Set(['loss_report', 'approval'] as const);
    expect(() => life.write(disposed, { gatesMet }, true)).toThrow('T-1 would be disposed on 2020-06-01');
  });

  it('before the device entered is refused, and on that very day is not', () => {
    const life = new Life({ ...ENTRY, effectiveAt: new Date('2012-08-01T22:00:00Z') });
    life.on('2015-01-05', { siteId: 'B' });
    expect(() => life.late('2012-07-31', { siteId: 'C' })).toThrow('only since 2012-08-01');
    expect(life.late('2012-08-01', { siteId: 'C' }).events).toHaveLength(1);
  });

  it('in the past of a device that is void is refused', () => {
    const life = new Life();
    life.write(
      { type: 'voided', effectiveAt: day('2016-01-01'), set: { status: 'void' }, cause: 'corrected' },
      {},
      true,
    );
    expect(() => life.late('2014-01-01', { siteId: 'C' })).toThrow('void');
  });

  it('in the past cannot come before a later loan, and can come before a later note', () => {
    const life = new Life();
    life.on('2015-01-05', { notes: 'dented' });
    expect(life.late('2014-01-05', { personId: 'p' }).after.personId).toBe('p');
    expect(() => life.late('2013-01-05', { personId: 'q' })).toThrow(
      'checked out or checked in T-1 after this date',
    );
  });

  it('in the past leaves no room of the old site behind', () => {
    const life = new Life();
    life.on('2015-01-05', { roomId: 'room of A' });
    expect(() => life.late('2014-01-05', { siteId: 'B' })).toThrow('room or cart of its site');
    life.on('2016-01-05', { roomId: null });
    expect(life.late('2014-01-05', { siteId: 'B' }).after).toMatchObject({ siteId: 'B', roomId: null });
  });

  it('that corrects the day of service moves the day it counts from, both ways', () => {
    const life = new Life();
    const earlier = life.late('2026-01-01', { inServiceOn: '2011-03-01' });
    expect(short(earlier.movements)).toEqual([
      '2011-03-01 A deployed purchased +1',
      '2012-08-01 A deployed purchased -1',
    ]);
    expect(earlier.after).toMatchObject({ enteredOn: '2011-03-01', entryDated: true });
    const later = life.late('2026-01-02', { inServiceOn: '2013-03-01' });
    expect(short(later.movements)).toEqual([
      '2011-03-01 A deployed purchased -1',
      '2013-03-01 A deployed purchased +1',
    ]);
  });

  it('lets things happen between a corrected day of service and the day of the load', () => {
    const life = new Life({ ...ENTRY, cause: 'opened', set: { ...ENTRY.set, inServiceOn: null } });
    life.late('2026-01-01', { inServiceOn: '2010-03-01' });
    const { after, movements } = life.late('2011-05-05', { siteId: 'B' });
    expect(after.siteId).toBe('B');
    expect(short(movements)).toEqual([
      '2011-05-05 A deployed transferred -1',
      '2011-05-05 B deployed transferred +1',
    ]);
  });

  it('that gives a date to a device which had none makes it purchased, and taking it away opened again', () => {
    const undated = { ...ENTRY, cause: 'opened' as const, set: { ...ENTRY.set, inServiceOn: null } };
    const life = new Life(undated);
    const device = life.device as DeviceRecord;
    life.device = { ...device, entryDated: false };
    const dated = life.late('2026-01-01', { purchasedOn: '2011-03-01' });
    expect(short(dated.movements)).toEqual([
      '2011-03-01 A deployed purchased +1',
      '2012-08-01 A deployed opened -1',
    ]);
    expect(dated.after.entryDated).toBe(true);
    const emptied = life.late('2026-01-02', { purchasedOn: null });
    expect(emptied.after).toMatchObject({ entryDated: false, enteredOn: '2011-03-01' });
    expect(short(emptied.movements)).toEqual([
      '2011-03-01 A deployed opened +1',
      '2011-03-01 A deployed purchased -1',
    ]);
  });

  it('names every code of a kind that a device gains', () => {
    const codes = [
      { kind: 'mac' as const, code: 'AA' },
      { kind: 'mac' as const, code: 'BB' },
      { kind: 'imei' as const, code: '1', release: true },
    ];
    const { events } = new Life().write({ type: 'changed', effectiveAt: NOW, set: {}, codes });
    expect(events[0]?.changes).toEqual({ 'code.mac': [null, ['AA', 'BB']], 'code.imei': ['1', null] });
  });
});
