import type { Shape } from '../api/problem.js';
import { number } from '../common/words.js';
import { t } from '../text/text.js';

type Rates = Pick<Shape<'LotView'>, 'rate' | 'rateLow' | 'rateHigh' | 'restRate' | 'rank'>;

const WIDTH = 200;
const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;
/** So that a dot at the edge is not cut off. */
const EDGE = 6;

/** A failure rate with its range, and the rate of the rest. @param most the highest rate of all pictures of a table */
export function RateRange({ rates, most }: { rates: Rates; most: number }) {
  const { rate, rateLow, rateHigh, restRate, rank } = rates;
  if (rate === null || rateLow === null || rateHigh === null) return null;
  const at = (value: number): number => EDGE + (WIDTH - 2 * EDGE) * Math.min(1, most > 0 ? value / most : 0);
  const shown = { rate: number(rate), low: number(rateLow), high: number(rateHigh) };
  const words =
    restRate === null
      ? t('warranty.rangeTextAlone', shown)
      : t('warranty.rangeText', { ...shown, rest: number(restRate) });
  return (
    <div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={rank === null ? 'rate-range' : 'rate-range rate-range-bad'}
        aria-hidden
      >
        <line className="rate-axis" x1={EDGE} x2={WIDTH - EDGE} y1={MIDDLE} y2={MIDDLE} />
        <line className="rate-bar" x1={at(rateLow)} x2={at(rateHigh)} y1={MIDDLE} y2={MIDDLE} />
        {restRate !== null && (
          <line className="rate-rest" x1={at(restRate)} x2={at(restRate)} y1={2} y2={HEIGHT - 2} />
        )}
        <circle className="rate-dot" cx={at(rate)} cy={MIDDLE} r={4.5} />
      </svg>
      <span className="rate-words">{words}</span>
    </div>
  );
}
