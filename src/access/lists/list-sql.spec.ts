import { encodeCursor, type SortedPage } from '../../common/paging.js';
import { InvalidInput } from '../../common/refusal.js';
import { type Scope, systemScope } from '../scope.js';
import { type Asking, list, type ListDeclaration } from './list.js';
import { lastOf, rowsSql, rowSql } from './list-sql.js';

type Asked = SortedPage<'name'> & { open?: boolean; name?: string };

let declared = 0;

function pageSql(
  spec: ReturnType<typeof listOf>,
  at: Asking,
  query: Asked,
  limit?: number,
): ReturnType<typeof rowSql> {
  return rowsSql(spec, at, query, { after: lastOf(spec, query), limit });
}

function listOf(given: Partial<ListDeclaration<Asked>> = {}): ReturnType<typeof list<object, Asked>> {
  declared += 1;
  return list<object, Asked>({
    name: `spec ${declared}`,
    select: 'SELECT r.name FROM rooms r WHERE r.district_id = $1',
    reach: 'r.site_id',
    filters: {
      open: (open) => (open ? 'r.closed_on IS NULL' : 'r.closed_on IS NOT NULL'),
      name: (name, param, { today }) => `r.name = ${param(name)} AND r.opened_on < ${param(today)}`,
    },
    sorts: { name: ['r.name', 'r.id'] },
    id: 'r.id',
    ...given,
  });
}

function asking(sites: Scope['sites'] = 'all'): Asking {
  const scope = { ...systemScope({ id: 'district', timeZone: 'UTC' }), sites };
  return { scope, now: new Date('2026-03-02T17:00:00Z'), today: '2026-03-02' };
}

const FIRST: Asked = { limit: 2, sort: 'name' };

describe('the statement of a page', () => {
  it('binds the district, the reach and the filters that are given', () => {
    expect(pageSql(listOf(), asking(new Set(['a'])), { ...FIRST, open: false, name: 'x' }, 3)).toEqual({
      sql:
        'SELECT json_build_array(r.name, r.id) AS "cursorKey", r.name FROM rooms r WHERE r.district_id = $1' +
        ' AND r.site_id = ANY ($2::uuid[]) AND (r.closed_on IS NOT NULL) AND (r.name = $3 AND r.opened_on < $4)' +
        ' ORDER BY r.name, r.id LIMIT $5',
      parameters: ['district', ['a'], 'x', '2026-03-02', 3],
    });
  });

  it('says in the same places that all sites are in reach', () => {
    const { sql, parameters } = pageSql(listOf(), asking(), FIRST, 3);
    expect(sql).toContain('WHERE r.district_id = $1 AND $2::uuid[] IS NULL ORDER BY');
    expect(parameters).toEqual(['district', null, 3]);
  });

  it('goes on after the last row, in the direction of the sort', () => {
    const spec = listOf();
    const cursor = (sort: string): string => encodeCursor(`${spec.name} ${sort}`, ['b', 'id-1']);
    const up = pageSql(spec, asking(), { ...FIRST, cursor: cursor('name') }, 3);
    expect(up.sql).toContain('AND (r.name, r.id) > ($3, $4) ORDER BY r.name, r.id LIMIT');
    const down = pageSql(spec, asking(), { limit: 2, sort: '-name', cursor: cursor('-name') }, 3);
    expect(down.sql).toContain('AND (r.name, r.id) < ($3, $4) ORDER BY r.name DESC, r.id DESC LIMIT');
    expect(down.parameters).toEqual(['district', null, 'b', 'id-1', 3]);
  });

  it('refuses a cursor of another list or of another sort', () => {
    const [one, other] = [listOf(), listOf()];
    const cursor = encodeCursor(`${one.name} name`, ['b', 'id-1']);
    expect(() => pageSql(other, asking(), { ...FIRST, cursor }, 3)).toThrow(InvalidInput);
    expect(() => pageSql(one, asking(), { limit: 2, sort: '-name', cursor }, 3)).toThrow(InvalidInput);
  });

  it('has no end and no cursor where all rows are wanted', () => {
    const { sql } = pageSql(listOf(), asking(), FIRST);
    expect(sql).toMatch(/^SELECT r\.name FROM .* ORDER BY r\.name, r\.id$/);
  });

  it('cuts the page before it joins', () => {
    const { sql } = pageSql(listOf({ joined: 'SELECT r.name FROM page r' }), asking(), FIRST, 3);
    expect(sql).toMatch(
      /^WITH page AS MATERIALIZED \(SELECT json_build_array.* LIMIT \$3\) SELECT "cursorKey", r\.name/,
    );
    expect(sql).toMatch(/FROM page r ORDER BY r\.name, r\.id$/);
  });

  it('groups after the conditions', () => {
    const { sql } = pageSql(listOf({ groupBy: 'r.name' }), asking(), { ...FIRST, open: true }, 3);
    expect(sql).toContain('AND (r.closed_on IS NULL) GROUP BY r.name ORDER BY');
  });
});

describe('the statement of one row', () => {
  it('asks the reach as the list does', () => {
    expect(rowSql(listOf(), asking(new Set(['a'])), 'id-1', 'FOR UPDATE')).toEqual({
      sql: 'SELECT r.name FROM rooms r WHERE r.district_id = $1 AND r.site_id = ANY ($2::uuid[]) AND r.id = $3 FOR UPDATE',
      parameters: ['district', ['a'], 'id-1'],
    });
  });
});

describe('a declaration', () => {
  it('is refused without the district, and under a name that is taken', () => {
    expect(() => listOf({ select: 'SELECT r.name FROM rooms r WHERE r.site_id = $2' })).toThrow(
      /district_id/,
    );
    const unbound = listOf({ select: () => 'SELECT r.name FROM rooms r WHERE true' });
    expect(() => pageSql(unbound, asking(), FIRST, 3)).toThrow(/district_id/);
    expect(() => listOf({ name: listOf().name })).toThrow(/two lists/);
  });
});
