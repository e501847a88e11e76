import pg from 'pg';
import { mayRetry, UNIQUE_VIOLATION } from './transactions.js';

function failed(message: string, code: string): Error {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code });
}

describe('a transaction that failed', () => {
  it.each([
    ['deadlock detected', '40P01'],
    ['could not serialize access due to concurrent update', '40001'],
    // As COPY says it on a distributed database.
    ['deadlock detected', 'XX000'],
    ['could not serialize access due to concurrent update', 'XX000'],
  ])('is run again after: %s (%s)', (message, code) => {
    expect(mayRetry(failed(message, code))).toBe(true);
  });

  it('is run again after a race for a unique value where the work would decide otherwise then', () => {
    const taken = 'duplicate key value violates unique constraint "device_codes_tag_102041"';
    for (const code of ['23505', 'XX000']) {
      expect(mayRetry(failed(taken, code), [UNIQUE_VIOLATION])).toBe(true);
      expect(mayRetry(failed(taken, code))).toBe(false);
    }
  });

  it.each([
    ['division by zero', '22012'],
    ['could not open file "base/16384/2619"', 'XX000'],
  ])('is not run again after: %s', (message, code) => {
    expect(mayRetry(failed(message, code), [UNIQUE_VIOLATION])).toBe(false);
  });
});
