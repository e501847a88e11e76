import { Problem } from '../api/problem.js';
import { type Edit, meet, merge, saveOrRead } from './edits.js';

const base = { name: 'Depot', phone: '1', price: '12.50' };

describe('a form that two people changed', () => {
  it('has the changes of both, and asks about the field that both changed', () => {
    const mine = { ...base, name: 'My depot', phone: '2' };
    const theirs = { ...base, name: 'Their depot', price: '20.00' };
    expect(merge(base, mine, theirs)).toEqual({
      merged: { name: 'My depot', phone: '2', price: '20.00' },
      clashes: [{ field: 'name', mine: 'My depot', theirs: 'Their depot' }],
    });
  });

  it('keeps rows that only one of the two has, and asks about a row that one removed and the other changed', () => {
    const rows = { one: 'A', two: 'B' } as Record<string, string | null>;
    const mine = { ...rows, 'new 2': 'Mine', one: null };
    const theirs = { one: 'Changed', two: 'B', three: 'Theirs' };
    expect(merge(rows, mine, theirs)).toEqual({
      merged: { one: null, two: 'B', three: 'Theirs', 'new 2': 'Mine' },
      clashes: [{ field: 'one', mine: null, theirs: 'Changed' }],
    });
  });

  it('does not ask about two texts for the same value', () => {
    const isSameValue = (_: string, one: string, other: string): boolean => Number(one) === Number(other);
    const mine = { price: '20' };
    const theirs = { price: '20.00' };
    expect(merge({ price: '12.50' }, mine, theirs, isSameValue).clashes).toEqual([]);
    expect(merge({ price: '12.50' }, mine, theirs).clashes).toHaveLength(1);
  });
});

describe('a save that meets what somebody else has saved', () => {
  const theirs = { form: { name: 'Their depot' }, etag: '"2"' };
  const mine: Edit<typeof base> = { base, form: { ...base, name: 'My depot', phone: '2' }, etag: '"1"' };
  const stale = new Problem(412, 'STALE_VERSION', 'Somebody else has changed it.');
  const wrong = new Problem(400, 'INVALID_INPUT', 'Check this field: phone.');

  it('reads what they saved, and a later refusal is still an error', async () => {
    const read = async (): Promise<typeof theirs> => theirs;
    await expect(saveOrRead(() => Promise.reject(stale), read)).resolves.toBe(theirs);
    await expect(saveOrRead(() => Promise.reject(wrong), read)).rejects.toBe(wrong);
    await expect(saveOrRead(async () => undefined, read)).resolves.toBe('saved');
  });

  it('says so if it cannot be read', async () => {
    const gone = new Problem(404, 'NOT_FOUND', 'There is no such record.');
    await expect(
      saveOrRead(
        () => Promise.reject(stale),
        () => Promise.reject(gone),
      ),
    ).rejects.toBe(gone);
  });

  it('goes on from their version, with the changes of both and a question about one field', () => {
    expect(meet(mine, theirs)).toEqual({
      base: { ...base, name: 'Their depot' },
      form: { name: 'My depot', phone: '2', price: '12.50' },
      etag: '"2"',
      clashes: [{ field: 'name', mine: 'My depot', theirs: 'Their depot' }],
    });
  });
});
