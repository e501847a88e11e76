import { InvalidInput } from '../../common/refusal.js';
import { Pace } from '../../common/turns.js';
import { DIMENSIONS } from '../counts.queries.js';

/** What a series can be split by. Models and funding sources are counted for the district, without site. */
export const SERIES_DIMENSIONS = [...DIMENSIONS, 'model', 'fundingSource'] as const;

export type SeriesDimension = (typeof SERIES_DIMENSIONS)[number];

type Names = { [dimension in SeriesDimension]?: string | null };

/** How many more at a point than at the one before; `point` counts from 0. */
export interface Move extends Names {
  point: number;
  n: number;
}

/** The region of a site from a day on, until the day before `toOn`. */
export interface RegionSpan {
  site: string;
  region: string;
  fromOn: string;
  toOn: string | null;
}

export interface SeriesPoint {
  /** The counts are those at the end of this calendar date. */
  on: string;
  total: number;
  groups: (Names & { count: number })[];
}

/** Groups of all points together; an answer of more than this is for nobody. */
const MOST_GROUPS = 250_000;

interface Line {
  names: Names;
  count: number;
}

/**
 * Adds moves up to counts, point by point, in slices.
 * @param moves in the order of their points
 * @param regions where `groupBy` has the region: the sites of a region are looked up for each point
 * @throws InvalidInput for more groups than an answer may hold
 */
export async function addUpPoints(
  days: readonly string[],
  moves: readonly Move[],
  groupBy: readonly SeriesDimension[],
  regions: readonly RegionSpan[],
): Promise<SeriesPoint[]> {
  const pace = new Pace();
  const lines = new Map<string, Line>();
  const points: SeriesPoint[] = [];
  let next = 0;
  let groups = 0;
  for (const [point, on] of days.entries()) {
    await pace.rest();
    for (let move = moves[next]; move && move.point <= point; move = moves[++next]) {
      const { point: _, n, ...names } = move;
      add(lines, names, n);
    }
    const counted = groupBy.includes('region') ? byRegion(lines, on, groupBy, regions) : lines;
    const shown = [...counted.values()].filter(({ count }) => count !== 0);
    groups += shown.length;
    if (groups > MOST_GROUPS)
      throw new InvalidInput(
        `This series would have more than ${MOST_GROUPS} groups. Group by less, or choose a longer interval.`,
        [
          {
            field: 'groupBy',
            code: 'TOO_MANY_GROUPS',
            detail: 'Group by less, or choose a longer interval.',
          },
        ],
      );
    points.push({
      on,
      total: shown.reduce((sum, { count }) => sum + count, 0),
      groups: shown.map(({ names, count }) => ({ ...names, count })).toSorted(inOrder(groupBy)),
    });
  }
  return points;
}

function byRegion(
  lines: ReadonlyMap<string, Line>,
  on: string,
  groupBy: readonly SeriesDimension[],
  regions: readonly RegionSpan[],
): Map<string, Line> {
  const then = new Map(
    regions
      .filter(({ fromOn, toOn }) => fromOn <= on && (toOn === null || toOn > on))
      .map(({ site, region }) => [site, region]),
  );
  const counted = new Map<string, Line>();
  for (const { names, count } of lines.values()) {
    const { site, ...others } = names;
    const region = then.get(site ?? '') ?? null;
    add(counted, groupBy.includes('site') ? { ...names, region } : { ...others, region }, count);
  }
  return counted;
}

function add(lines: Map<string, Line>, names: Names, n: number): void {
  const key = JSON.stringify(names);
  const line = lines.get(key);
  if (line) line.count += n;
  else lines.set(key, { names, count: n });
}

/** By the dimensions in the order in which they were asked for; what has no name comes last. */
function inOrder(groupBy: readonly SeriesDimension[]): (a: Names, b: Names) => number {
  return (a, b) => {
    for (const dimension of groupBy) {
      const [one, other] = [a[dimension] ?? null, b[dimension] ?? null];
      if (one === other) continue;
      if (one === null) return 1;
      if (other === null) return -1;
      return one < other ? -1 : 1;
    }
    return 0;
  };
}
