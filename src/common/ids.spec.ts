import { validate, version } from 'uuid';
import { newId } from './ids.js';

describe('ids', () => {
  it('are UUIDs of version 7', () => {
    for (let i = 0; i < 5_000; i++) {
      const id = newId();
      expect(validate(id) && version(id) === 7).toBe(true);
    }
  });

  it('are all different, and sort in the order in which they were made', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('carry the time at which they were made', () => {
    const id = newId();
    const ms = parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
    expect(Math.abs(ms - Date.now())).toBeLessThan(5_000);
  });
});
