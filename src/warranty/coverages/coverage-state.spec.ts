import { bestOf } from './coverage-state.js';

describe('the state of a device', () => {
  it.each([
    [[], 'unknown'],
    [['expired'], 'expired'],
    [['expired', 'not_started'], 'not_started'],
    [['not_started', 'expiring', 'expired'], 'expiring'],
    [['expiring', 'active'], 'active'],
  ] as const)('of coverages %j is %s', (states, best) => {
    expect(bestOf(states)).toBe(best);
  });
});
