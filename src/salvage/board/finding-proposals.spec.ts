import { type ProposedFor, proposeFinding } from './finding-proposals.js';

const lots = (routes: ProposedFor['routes'], valueCents = 0, unvalued = 0, devices = 10): ProposedFor => ({
  routes,
  valueCents,
  unvalued,
  devices,
});

describe('the finding for lots', () => {
  it.each([
    ['nothing', lots([], 0, 0, 0), null, 'no_devices'],
    ['a return to the lessor', lots(['lease_return']), null, 'lease_return'],
    ['a public agency', lots(['agency_transfer'], 900_000), '17540', 'public_agency'],
    ['a donation', lots(['donate'], 900_000, 3), '17546_c', 'donation'],
    ['a donation beside the recycler', lots(['donate', 'recycle'], 0, 10), '17546_c', 'donation'],
    ['the recycler, worth little', lots(['recycle'], 250_000), '17546_c', 'recycling'],
    ['the recycler, worth more', lots(['recycle'], 250_001), '17545', 'above_limit'],
    ['the recycler, worth nobody knows what', lots(['recycle'], 0, 1), '17545', 'value_unknown'],
    ['a sale at the limit', lots(['sell'], 250_000), '17546_a', 'within_limit'],
    ['a sale a cent above it', lots(['sell'], 250_001), '17545', 'above_limit'],
    ['a sale above it, partly unknown', lots(['sell'], 250_001, 4), '17545', 'above_limit'],
    ['a sale with one device of unknown value', lots(['sell'], 100, 1), '17545', 'value_unknown'],
    ['a sale and a trade-in', lots(['sell', 'trade_in'], 100), '17546_a', 'within_limit'],
    ['a sale and a donation', lots(['sell', 'donate'], 100), null, 'routes_differ'],
    ['an agency and a sale', lots(['agency_transfer', 'sell'], 100), null, 'routes_differ'],
    ['a lessor and a sale', lots(['lease_return', 'sell'], 100), null, 'routes_differ'],
  ] as const)('of %s', (_, what, finding, reason) => {
    expect(proposeFinding(what, '2026-12-01')).toMatchObject({ finding, reason, limitCents: 250_000 });
  });

  it('names the amounts that it compares', () => {
    expect(proposeFinding(lots(['sell'], 123_456), '2026-12-01').detail).toContain('$1,234.56');
    expect(proposeFinding(lots(['sell'], 300_000), '2026-12-01').detail).toContain('Above $2,500');
    expect(proposeFinding(lots(['sell'], 0, 1_200), '2026-12-01').detail).toContain('1,200 devices');
  });
});
