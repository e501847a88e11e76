import { InvalidArgumentError } from 'commander';
import { EXPECTED, readDay } from '../common/time/days-and-times.js';

/** Words that are separated by commas. */
export function list(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** One of a few words. */
export function oneOf<T extends string>(values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((candidate) => candidate === value);
    if (!found) throw new InvalidArgumentError(`Use one of ${values.join(', ')}.`);
    return found;
  };
}

/** The last millisecond of a day, in UTC. */
export function endOfDay(value: string): Date {
  const day = readDay(value);
  if (day === undefined) throw new InvalidArgumentError(`It ${EXPECTED.day()}.`);
  return new Date(`${day}T23:59:59.999Z`);
}
