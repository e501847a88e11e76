import { number } from '../words.js';

/** How many rows match. With `isMore`, there are more rows, because counting all of them would take too long. */
export interface Total {
  count: number;
  isMore: boolean;
}

/** The total in words, such as `1,204` or `10,000+`. */
export function totalWords({ count, isMore }: Total): string {
  return `${number(count)}${isMore ? '+' : ''}`;
}
