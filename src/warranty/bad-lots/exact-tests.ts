/** The two limits between which a figure lies, with 95% confidence. */
export interface Interval {
  low: number;
  high: number;
}

/** What is left out on each side of an interval of 95%. */
const TAIL = 0.025;
/** A step smaller than this part of the sum no longer changes it. */
const EPSILON = 1e-15;
/** Stands for 0 where the fraction would divide by it. */
const TINY = 1e-300;
/** Both expansions are done long before, also for a million failures. */
const MOST_TERMS = 100_000;

/**
 * The exact interval of 95% for the mean of a Poisson count (Garwood 1936): the limits are quantiles of the gamma
 * distribution. It is never too narrow, however small the count.
 * @param count whole number from 0
 */
export function poissonInterval(count: number): Interval {
  return { low: count === 0 ? 0 : gammaQuantile(TAIL, count), high: gammaQuantile(1 - TAIL, count + 1) };
}

/**
 * The probability that at least `count` of `total` Poisson events fall into a part of the exposure by chance (the exact
 * conditional test of two Poisson rates, Przyborowski and Wilenski 1940).
 * @param share of the exposure, between 0 and 1
 */
export function chanceOfAtLeast(count: number, total: number, share: number): number {
  return count === 0 ? 1 : betaShare(share, count, total - count + 1);
}

/** The `x` below which a gamma variable of this shape, with scale 1, lies with a probability. */
function gammaQuantile(probability: number, shape: number): number {
  // Wilson and Hilferty's approximation is near enough for Newton's steps; the bracket catches the one that leaps out.
  const z = probability < 0.5 ? -1.96 : 1.96;
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  let x = Math.max(shape * cube ** 3, TINY);
  let [low, high] = [0, Infinity];
  for (let round = 0; round < 200; round++) {
    const difference = gammaShare(shape, x) - probability;
    if (difference > 0) high = x;
    else low = x;
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    const newton = x - difference / density;
    const next =
      newton > low && newton < high ? newton : high === Infinity ? Math.max(2 * x, 1) : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}

/** The regularized lower incomplete gamma function P(a, x). */
function gammaShare(a: number, x: number): number {
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < MOST_TERMS && term > EPSILON * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * scale;
  }
  const upper = continuedFraction(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a]);
  return 1 - scale / upper;
}

/** The regularized incomplete beta function I_x(a, b). */
function betaShare(x: number, a: number, b: number): number {
  // The fraction converges fast on this side only.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const scale = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  const fraction = continuedFraction(1, (n) => {
    const m = Math.floor(n / 2);
    const numerator =
      n % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [numerator, 1];
  });
  return scale / (a * fraction);
}

/** `first + a1 / (b1 + a2 / (b2 + …))`, by Lentz's method. @param part the n-th `a` and `b`, from 1 */
function continuedFraction(first: number, part: (n: number) => [numerator: number, added: number]): number {
  let [value, c, d] = [first || TINY, first || TINY, 0];
  for (let n = 1; n < MOST_TERMS; n++) {
    const [numerator, added] = part(n);
    d = 1 / (added + numerator * d || TINY);
    c = added + numerator / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < EPSILON * 4) break;
  }
  return value;
}

/** The natural logarithm of the gamma function, for positive numbers (Lanczos, g = 7, 9 terms). */
function logGamma(x: number): number {
  const shifted = x - 1;
  const sum = LANCZOS.reduce((total, factor, i) => total + factor / (shifted + i + 1), LANCZOS_FIRST);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS_FIRST = 0.999_999_999_999_809_93;
const LANCZOS = [
  676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7,
];
