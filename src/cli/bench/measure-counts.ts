import type { Figure } from './bench-report.js';
import { COUNTS, GROWTH, SERIES, SERIES_BY_SITE } from './floor.sql.js';
import type { QueryWork } from './query-work.js';
import { inTurns, type Work } from './timings.js';

const FIRST_YEAR = 2011;

/** A question and its floor. */
interface Reading {
  name: string;
  sql: string;
  /** Of the floor, after the district. */
  values: () => unknown[];
  path: () => string;
  /** Milliseconds of the 95th percentile; without, it is shown and not judged. */
  most?: number;
}

const TEN_YEARS = ['2015-07-01', '2025-06-30'] as const;
const A_YEAR = ['2024-06-30', '2025-06-30'] as const;

/** Counts, series and growth, each over every site. */
export async function* measureCounts(work: QueryWork): AsyncGenerator<Figure> {
  const day = { sql: COUNTS, values: () => [someDay()] };
  const byDay = (groupBy: string) => (): string => `/counts?asOf=${someDay()}&groupBy=${groupBy}`;
  const over = ([from, to]: readonly [string, string]): string => `from=${from}&to=${to}`;
  const knownAt = await momentsOfLoad(work);
  const readings: Reading[] = [
    { name: 'counts of all sites, any date', ...day, path: byDay('site'), most: 50 },
    { name: 'the same by kind and status', ...day, path: byDay('site,kind,status') },
    {
      name: 'counts of all sites, as known at any moment of the load',
      ...day,
      path: () => `${byDay('site')()}&knownAt=${knownAt()}`,
      most: 500,
    },
    {
      name: 'ten-year monthly series by kind',
      sql: SERIES,
      values: () => [...TEN_YEARS],
      path: () => `/counts/series?${over(TEN_YEARS)}&groupBy=kind`,
      most: 50,
    },
    {
      name: 'the same of all sites',
      sql: SERIES_BY_SITE,
      values: () => [...TEN_YEARS],
      path: () => `/counts/series?${over(TEN_YEARS)}&groupBy=site`,
    },
    {
      name: 'the series by kind, as known at any moment of the load',
      sql: SERIES,
      values: () => [...TEN_YEARS],
      path: () => `/counts/series?${over(TEN_YEARS)}&groupBy=kind&knownAt=${knownAt()}`,
      most: 500,
    },
    {
      name: 'growth of a year by site and cause',
      sql: GROWTH,
      values: () => [...A_YEAR],
      path: () => `/counts/growth?${over(A_YEAR)}&groupBy=site`,
    },
  ];
  for (const one of readings) yield await reading(work, one);
}

async function reading(
  { district, client, pool, load }: QueryWork,
  { name, sql, values, path, most }: Reading,
): Promise<Figure> {
  const floor: Work = async () => {
    await pool.query({ name, text: sql, values: [district.id, ...values()] });
  };
  const rollcall: Work = async () => {
    await client.get(path());
  };
  const compared = await inTurns(floor, rollcall, { ...load, clients: 1 });
  return {
    work: name,
    unit: 'requests/s',
    ...compared,
    budget: most === undefined ? '' : `≤ ${most} ms`,
    isMet: most === undefined || compared.rollcall.p95 <= most,
  };
}

/** Moments all through the load, when a part of everything was there. */
async function momentsOfLoad({ district, pool }: QueryWork): Promise<() => string> {
  const { rows } = await pool.query<{ first: Date; last: Date }>(
    `SELECT min(known_at) AS first, max(known_at) AS last FROM count_movements WHERE district_id = $1`,
    [district.id],
  );
  const first = rows[0]?.first.getTime() ?? 0;
  const last = rows[0]?.last.getTime() ?? 0;
  return () => new Date(first + Math.random() * (last - first)).toISOString();
}

/** A day between the first fiscal year and yesterday. */
function someDay(): string {
  const from = Date.UTC(FIRST_YEAR, 0, 1);
  const to = Date.now() - 86_400_000;
  return new Date(from + Math.random() * (to - from)).toISOString().slice(0, 10);
}
