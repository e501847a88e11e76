import { directionOf, nextSort } from './table-column.js';

describe('a column that sorts', () => {
  const column = { sort: 'assetTag' };

  it('goes up, down and back to the order of the page', () => {
    expect(nextSort(column, undefined)).toBe('assetTag');
    expect(nextSort(column, 'assetTag')).toBe('-assetTag');
    expect(nextSort(column, '-assetTag')).toBeUndefined();
    expect(nextSort(column, '-status')).toBe('assetTag');
  });

  it('says which way the rows are sorted by it', () => {
    expect(directionOf(column, 'assetTag')).toBe('asc');
    expect(directionOf(column, '-assetTag')).toBe('desc');
    expect(directionOf(column, 'status')).toBeUndefined();
    expect(directionOf({}, undefined)).toBeUndefined();
  });
});
