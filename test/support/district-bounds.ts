/** A parameter of the statement. A value that is put in by `${…}` is judged where it is written. */
const BOUND = String.raw`\s*=\s*(?:\$\d|'?\$\{)`;

/** Forms in which a table takes its district from another one, and one that a distributed PostgreSQL forwards wrong. */
const FORMS: Record<string, RegExp> = {
  'a district out of a column': /\bdistrict_id"?\s*=\s*(?!\$\d|'?\$\{)\S+/g,
  'a column that is a district': /[\w"]+\s*=\s*"?[a-z_]\w*"?\."?(?:district_id|districtId)\b/g,
  'a column in place of the parameter': /^\s*"?\w+"?\.district_id\s*$/g,
  'USING with a district': /\bUSING\s*\([^)]*\bdistrict_id\b|\bNATURAL\s+(?:\w+\s+)?JOIN\b/g,
  'a row with a district': /\([^()]*\bdistrict_id\b[^()]*\)\s*(?:=|<>|IN\b)/g,
  'CASE with an operand': /\bCASE\s+(?!WHEN\b)[^;]*?\bWHEN\b/g,
};

/** A table where it is read or changed, with its alias. */
const TABLE =
  /\b(FROM|JOIN|UPDATE|USING)\s+([a-z_]+)(?:\s+(?:AS\s+)?(?!(?:ON|SET|WHERE|JOIN|LEFT|CROSS|ORDER|GROUP|FOR|LIMIT|USING|UNION|HAVING)\b)([a-z_]\w*))?/g;
const NEXT_IN_LIST =
  /(,)\s+([a-z_]+)\s+(?:AS\s+)?(?!(?:ON|WHERE|JOIN|LEFT|ORDER|GROUP|FROM|DESC|ASC)\b)([a-z_]\w*)(?=\s*(?:,|\)|$|WHERE|JOIN|LEFT))/g;

/**
 * Lists the parts of a piece of SQL that do not bind a table to the district by the same parameter.
 * @param tables those that have a `district_id`
 */
export function unbound(sql: string, tables: ReadonlySet<string>): string[] {
  const forms = Object.entries(FORMS).flatMap(([name, form]) =>
    [...sql.matchAll(form)].map(([found]) => `${name}: ${found.replace(/\s+/g, ' ').trim()}`),
  );
  return [...forms, ...withoutDistrict(sql, tables), ...severalParameters(sql)];
}

function withoutDistrict(sql: string, tables: ReadonlySet<string>): string[] {
  return [...sql.matchAll(TABLE), ...sql.matchAll(NEXT_IN_LIST)].flatMap(
    ({ 1: word = '', 2: table = '', 3: alias, index }) => {
      if (!tables.has(table)) return [];
      const scope = enclosing(sql, index);
      const named = new RegExp(`\\b${alias ?? table}\\.district_id${BOUND}`);
      const bare = new RegExp(`(?<!\\.)\\bdistrict_id${BOUND}`);
      const own = withoutQueries(scope);
      // Without an alias, `district_id` can only mean this table; PostgreSQL refuses an ambiguous column.
      const isBound = named.test(own) || bare.test(own);
      return isBound ? [] : [`no district: ${[word, table, alias ?? ''].join(' ').trim()}`];
    },
  );
}

/** What stands in the innermost parentheses around a place. */
function enclosing(sql: string, at: number): string {
  return sql.slice(edge(sql, at, -1) + 1, edge(sql, at, 1));
}

function edge(sql: string, at: number, step: 1 | -1): number {
  const [end, opposite] = step === 1 ? [')', '('] : ['(', ')'];
  let depth = 0;
  for (let i = at; i >= 0 && i < sql.length; i += step) {
    if (sql[i] === opposite) depth += 1;
    else if (sql[i] === end && depth-- === 0) return i;
  }
  return step === 1 ? sql.length : -1;
}

/** Without the queries in parentheses, whose conditions are of their own tables. */
function withoutQueries(sql: string): string {
  const inner = /\(([^()]*)\)/;
  let left = sql;
  for (let found = inner.exec(left); found; found = inner.exec(left)) {
    const [whole, content = ''] = found;
    left = left.replace(whole, () => (/^\s*(?:SELECT|WITH)\b/.test(content) ? ' ' : `[${content}]`));
  }
  return left;
}

function severalParameters(sql: string): string[] {
  const said = new Set([...sql.matchAll(/\bdistrict_id\s*=\s*(\$\d+)/g)].map(([, name]) => name));
  return said.size > 1 ? [`several parameters: ${[...said].join(', ')}`] : [];
}
