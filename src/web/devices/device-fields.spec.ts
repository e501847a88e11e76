import { merge } from '../common/edits.js';
import { changeOf, formOf } from './device-fields.js';

const base = formOf({ assetTag: 'A1', room: '12', notes: null, costCents: 24_999, status: 'deployed' });

describe('a change that two people make', () => {
  it('sends only what differs, cents as a whole number, blank as nothing', () => {
    expect(changeOf(base, { ...base, room: '', costCents: '$1,299.50' })).toEqual({
      room: null,
      costCents: 129_950,
    });
    expect(changeOf(base, { ...base, costCents: '$249.990' })).toEqual({});
  });

  it('merges different fields', () => {
    const { merged, clashes } = merge(base, { ...base, room: '14' }, { ...base, notes: 'cracked' });
    expect(merged).toMatchObject({ room: '14', notes: 'cracked' });
    expect(clashes).toEqual([]);
  });

  it('asks where both changed one field, and not where they agree', () => {
    const { clashes } = merge(base, { ...base, room: '14', notes: 'x' }, { ...base, room: '15', notes: 'x' });
    expect(clashes).toEqual([{ field: 'room', mine: '14', theirs: '15' }]);
  });
});
