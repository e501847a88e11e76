import { changeOf, isComplete, modelKey } from './chosen-changes.js';

const LOST = { missing: 'lost', missingSince: '2026-03-02', policeReportNumber: ' ' } as const;

describe('a change of many devices', () => {
  it('has the fields that were chosen and no others; blank empties one, and money is cents', () => {
    expect(changeOf({ room: ' 12 ', notes: '', costCents: '$1,299.50' }, LOST, ' moved ')).toEqual({
      room: '12',
      notes: null,
      costCents: 129_950,
      note: 'moved',
    });
  });

  it('names a model by its maker and its name', () => {
    expect(changeOf({ model: modelKey('Dell', 'Latitude 3120') }, LOST, '')).toEqual({
      manufacturer: 'Dell',
      model: 'Latitude 3120',
    });
  });

  it('says how devices went missing only where they did', () => {
    expect(changeOf({ status: 'retired' }, LOST, '')).toEqual({ status: 'retired' });
    expect(changeOf({ status: 'missing' }, LOST, '')).toEqual({
      status: 'missing',
      missing: 'lost',
      missingSince: '2026-03-02',
    });
  });

  it('is complete once each field that a device always has is filled in', () => {
    expect(isComplete({})).toBe(false);
    expect(isComplete({ site: '' })).toBe(false);
    expect(isComplete({ site: 'A', notes: '' })).toBe(true);
  });
});
