import { addUp, difference, type Movement } from './movements.js';

const unit = { siteId: 'a', kind: 'laptop', status: 'deployed', modelId: 'm', fundingSourceId: null };
const move = (delta: number, on = '2020-01-01', cause: Movement['cause'] = 'purchased'): Movement => ({
  on,
  unit,
  cause,
  delta,
});

describe('movements', () => {
  it('adds up what happens on one day for one cause', () => {
    expect(addUp([move(1), move(1), move(1, '2020-01-02')])).toEqual([move(2), move(1, '2020-01-02')]);
  });

  it('keeps causes apart, so that growth can be explained', () => {
    expect(addUp([move(1), move(-1, '2020-01-01', 'lost')])).toHaveLength(2);
  });

  it('writes nothing where a change cancels itself', () => {
    expect(addUp([move(1), move(-1)])).toEqual([]);
  });

  it('compensates at the dates and by the causes of what it amends', () => {
    expect(difference([move(1)], [move(1, '2019-05-05')])).toEqual([move(-1), move(1, '2019-05-05')]);
  });
});
