import type { Shape } from '../api/problem.js';

type Coverage = Shape<'CoverageView'>;

/**
 * Coverages of one device of which different sources say different last days: the same vendor and type, at the same
 * time, and not two contracts.
 */
export function differencesIn(coverages: readonly Coverage[]): Coverage[][] {
  const groups: Coverage[][] = [];
  for (const coverage of coverages) {
    const group = groups.find((others) => others.every((other) => isSameThing(coverage, other)));
    if (group) group.push(coverage);
    else groups.push([coverage]);
  }
  return groups.filter((group) => new Set(group.map(({ lastOn }) => lastOn)).size > 1);
}

function isSameThing(one: Coverage, other: Coverage): boolean {
  const isOneContract =
    one.contractNumber === '' || other.contractNumber === '' || one.contractNumber === other.contractNumber;
  const isAtOnce = one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
  return (
    one.vendor === other.vendor &&
    one.kind === other.kind &&
    one.source !== other.source &&
    isOneContract &&
    isAtOnce
  );
}
