/** Functions and words by which a statement asks the database for the time. */
const DATABASE_CLOCK =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(?:current_date|current_time(?:stamp)?|localtime(?:stamp)?)\b|'(?:now|today|tomorrow|yesterday)'::\w+|\bage\([^(),]+\)/gi;

/** Where a piece of SQL asks the database for the time instead of taking an instant as a parameter. */
export function databaseClocks(sql: string): string[] {
  return sql.match(DATABASE_CLOCK) ?? [];
}

const PARAMETER = /\$\d+(?!\d|::)(?=\s*(?:,|\)|$|AS\b|FROM\b|WHERE\b|UNION\b|ON CONFLICT\b))/g;
const CLAUSE =
  /\b(SELECT|RETURNING|FROM|WHERE|VALUES|SET|BY|ON|USING|LIMIT|OFFSET|HAVING|AND|OR|IN|BETWEEN|INTO)\b/g;

/**
 * Parameters that stand alone in the list of a SELECT or RETURNING without a type. Nothing there says of what type they
 * are, and a distributed database that takes the statement apart cannot find out.
 */
export function untypedParameters(sql: string): string[] {
  return [...sql.matchAll(PARAMETER)].flatMap(({ 0: parameter, index }) => {
    const before = sql.slice(openingBefore(sql, index) + 1, index);
    const isAlone = /(?:,|SELECT|DISTINCT|ALL|RETURNING)\s*$/.test(before);
    const clause = [...withoutParentheses(before).matchAll(CLAUSE)].at(-1)?.[1];
    return isAlone && (clause === 'SELECT' || clause === 'RETURNING') ? [parameter] : [];
  });
}

/** Where the parentheses around a place begin; -1 where there are none. */
function openingBefore(sql: string, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (sql[i] === ')') depth += 1;
    else if (sql[i] === '(' && depth-- === 0) return i;
  }
  return -1;
}

function withoutParentheses(sql: string): string {
  const inner = /\([^()]*\)/g;
  const left = sql.replace(inner, ' ');
  return left === sql ? sql : withoutParentheses(left);
}
