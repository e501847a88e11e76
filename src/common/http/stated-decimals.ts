import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';

const [CENTS, TIME, MINUTES, RATIO, YEARS, DISTANCE] = [0, 2, 1, 3, 1, 1];
const [LOT_RATE, LOT_YEARS, CHANCE] = [2, 1, 6];

/** How many decimals a computed number has in an answer, by the name of its field. */
const DECIMALS: Readonly<Record<string, number>> = {
  // Hours and days a week, and full-time technicians.
  ...every(TIME, 'amount recommended entitled purchased purchasedForPart requested delivered'),
  ...every(TIME, 'shortfall over change fullTimeEquivalents gap'),
  ...every(TIME, 'due hours approvedHours short planned'),
  ...every(TIME, 'allocatedHours giftHours deliveredHours neededHours hoursPer100Devices median p10 p90'),
  ...every(TIME, 'days workingDays boughtDays keptDays placedDays'),
  ...every(MINUTES, 'minutes expectedMinutes waitingMinutes'),
  ...every(MINUTES, 'minutesPerAllocatedHour minutesPerDeliveredHour minutesPerPupil'),
  ...every(RATIO, 'ratio gini repairsPer100Devices claimsPer100Devices'),
  ...every(CENTS, 'cents extrasCents'),
  ...every(YEARS, 'years'),
  ...every(LOT_RATE, 'rate rateLow rateHigh restRate'),
  ...every(LOT_YEARS, 'deviceYears medianBusinessDays p90BusinessDays'),
  ...every(CHANCE, 'correctedChance'),
  ...every(DISTANCE, 'kilometres kilometresAWeek kilometresInOrder'),
};

function every(decimals: number, fields: string): Record<string, number> {
  return Object.fromEntries(fields.split(' ').map((field) => [field, decimals]));
}

/** A number as an answer or a report shows it. Never use it for a number that is computed with afterward. */
export function rounded(amount: number, decimals: number): number;
export function rounded(amount: number | null, decimals: number): number | null;
export function rounded(amount: number | null, decimals: number): number | null {
  // Adding 0 turns -0, which a small negative number rounds to, into 0.
  return amount === null ? null : Number(amount.toFixed(decimals)) + 0;
}

/** A copy of an answer in which each computed number has the decimals that the API documents. */
export function inStatedDecimals<T>(answer: T): T {
  return roundedIn(answer, undefined) as T;
}

/** Numbers in a list have the decimals of the field that holds the list. */
function roundedIn(value: unknown, decimals: number | undefined): unknown {
  if (typeof value === 'number') return decimals === undefined ? value : rounded(value, decimals);
  if (Array.isArray(value)) return value.map((item) => roundedIn(item, decimals));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [name, roundedIn(own, DECIMALS[name])]),
  );
}

/** For controllers whose answers hold computed numbers: rounds them when the answer is made. */
@Injectable()
export class StatedDecimals implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map(inStatedDecimals));
  }
}
