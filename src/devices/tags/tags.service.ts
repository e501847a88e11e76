import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { newId } from '../../common/ids.js';
import type { Page, SortedPage } from '../../common/paging.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { normaliseCode, whyNotACode } from '../device-codes.js';

/** Tags with one prefix, as the API shows them. */
export interface TagSeriesView {
  id: string;
  prefix: string;
  /** Digits after the prefix. */
  digits: number;
  /** The tag that the next device will probably get. */
  next: string;
}

/** Tags that were reserved together. */
export interface TagRangeView {
  id: string;
  first: string;
  last: string;
  count: number;
  createdAt: Date;
}

/** Numbers beyond those asked for that are looked at: so many may be on devices already. */
const LOOK_AHEAD = 10_000;

const SERIES = list<TagSeriesView, SortedPage<'prefix'>>({
  name: 'tag series',
  select: `
    SELECT id, prefix, digits, prefix || lpad(next_number::text, digits, '0') AS next
      FROM tag_series WHERE district_id = $1`,
  reach: 'district',
  filters: {},
  sorts: { prefix: ['prefix'] },
});

const RANGES = list<TagRangeView, SortedPage<'id'> & { seriesId: string }>({
  name: 'tag ranges',
  select: `
    SELECT id, tags[1] AS first, tags[cardinality(tags)] AS last, cardinality(tags) AS count, created_at AS "createdAt"
      FROM tag_ranges WHERE district_id = $1`,
  reach: 'district',
  filters: { seriesId: (id, param) => `series_id = ${param(id)}` },
  sorts: { id: ['id'] },
});

class SeriesNotFound extends NotFound {
  constructor() {
    super('The tag series', 'TAG_SERIES_NOT_FOUND');
  }
}

explainConstraint(
  'tag_series_prefix_unique',
  (prefix) => new Conflict(`There is already a tag series with the prefix "${prefix}".`, 'TAG_SERIES_TAKEN'),
);

/** Hands out asset tags, each once, on save: never when a form opens. */
@Injectable()
export class TagsService {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly transactions: Transactions,
  ) {}

  /** By prefix. */
  series(scope: Scope, query: SortedPage<'prefix'>): Promise<Page<TagSeriesView>> {
    return this.lists.answer(SERIES, scope, query);
  }

  /**
   * @param from first number; after the highest one that a device has where nothing is said. Where that tag would be
   *   all zeros, which stands for no tag, the series begins with the number after it.
   * @throws Conflict where the prefix has a series already
   */
  async begin(
    scope: Scope,
    { prefix: text, digits, from }: { prefix: string; digits: number; from?: number },
  ): Promise<TagSeriesView> {
    const prefix = normaliseCode(text);
    const example = prefix + '7'.padStart(digits, '0');
    const problem = whyNotACode(example);
    if (problem)
      throw new InvalidInput(`Tags such as ${example} cannot be used. ${problem}`, [
        { field: 'prefix', code: 'BAD_PREFIX', detail: problem },
      ]);
    const id = newId();
    const rows = await this.source.query<TagSeriesView[]>(
      `INSERT INTO tag_series (district_id, id, prefix, digits, next_number)
       SELECT $1::uuid, $2::uuid, $3::text, $4::int, greatest(CASE WHEN $3::text ~ '^0*$' THEN 1 END, coalesce($5::bigint,
         (SELECT max(substr(code, length($3) + 1)::bigint) + 1 FROM device_codes
           WHERE district_id = $1 AND code >= $3 AND code < $3 || '~' AND length(code) = length($3) + $4
             AND substr(code, length($3) + 1) ~ '^[0-9]+$'), 1))
       RETURNING id, prefix, digits, prefix || lpad(next_number::text, digits, '0') AS next`,
      [scope.districtId, id, prefix, digits, from ?? null],
    );
    return rows[0] as TagSeriesView;
  }

  /** Hands out tags to be printed before there are devices for them. */
  async takeRange(scope: Scope, seriesId: string, count: number): Promise<TagRangeView & { tags: string[] }> {
    return this.transactions.run(async (tx) => {
      const tags = await this.takeWithin(tx, scope, { id: seriesId }, count);
      const id = newId();
      const [row] = await tx.query<{ createdAt: Date }[]>(
        `INSERT INTO tag_ranges (district_id, id, series_id, tags, created_by) VALUES ($1, $2, $3, $4, $5)
         RETURNING created_at AS "createdAt"`,
        [scope.districtId, id, seriesId, tags, scope.accountId],
      );
      const [first = '', last = first] = [tags[0], tags.at(-1)];
      return { id, first, last, count, createdAt: row?.createdAt as Date, tags };
    });
  }

  /**
   * Latest first.
   * @throws NotFound for a series that is not there
   */
  async ranges(scope: Scope, seriesId: string, query: SortedPage<'id'>): Promise<Page<TagRangeView>> {
    const series = await this.source.query<unknown[]>(
      `SELECT 1 FROM tag_series WHERE district_id = $1 AND id = $2`,
      [scope.districtId, seriesId],
    );
    if (series.length === 0) throw new SeriesNotFound();
    return this.lists.answer(RANGES, scope, { ...query, seriesId });
  }

  /** @throws NotFound */
  async tagsOf(scope: Scope, rangeId: string): Promise<string[]> {
    const [row] = await this.source.query<{ tags: string[] }[]>(
      `SELECT tags FROM tag_ranges WHERE district_id = $1 AND id = $2`,
      [scope.districtId, rangeId],
    );
    if (!row) throw new NotFound('The tag range', 'TAG_RANGE_NOT_FOUND');
    return row.tags;
  }

  /**
   * The next tags that no device has or had. Of two who ask at once the second waits, and gets the next ones.
   * @throws NotFound for a series that is not there, Conflict where it has come to its end
   */
  async takeWithin(
    tx: Tx,
    scope: Scope,
    series: { id: string } | { prefix: string },
    count: number,
  ): Promise<string[]> {
    const key = 'id' in series ? series.id : normaliseCode(series.prefix);
    const [found] = await tx.query<{ id: string; prefix: string; digits: number; next: string }[]>(
      `SELECT id, prefix, digits, next_number AS next FROM tag_series
        WHERE district_id = $1 AND ${'id' in series ? 'id' : 'prefix'} = $2 FOR UPDATE`,
      [scope.districtId, key],
    );
    if (!found) throw new SeriesNotFound();
    const { id, prefix, digits, next } = found;
    const free = await tx.query<{ number: string; tag: string }[]>(
      `SELECT n AS number, t.tag
         FROM generate_series($2::bigint, least($2::bigint + $3::int + ${LOOK_AHEAD}, power(10, $5::int)::bigint - 1)) AS n
        CROSS JOIN LATERAL (SELECT $4::text || lpad(n::text, $5::int, '0') AS tag) t
        WHERE NOT EXISTS (SELECT 1 FROM device_codes k WHERE k.district_id = $1 AND k.code = t.tag)
          AND t.tag !~ '^0+$'
        ORDER BY n LIMIT $3`,
      [scope.districtId, next, count, prefix, digits],
    );
    if (free.length < count)
      throw new Conflict(
        `The series ${prefix} with ${digits} digits has only ${free.length} free tags left, from ${next} on. Add another series.`,
        'TAG_SERIES_FULL',
      );
    await tx.query(`UPDATE tag_series SET next_number = $3 WHERE district_id = $1 AND id = $2`, [
      scope.districtId,
      id,
      Number(free.at(-1)?.number) + 1,
    ]);
    return free.map(({ tag }) => tag);
  }
}
