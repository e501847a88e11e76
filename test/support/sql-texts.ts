import ts from 'typescript';

/** A text of the code that holds SQL, or a piece of it. */
export interface SqlText {
  line: number;
  /** What is put in stands as `${…}`; a plain name or a call without texts stands as it is written. */
  sql: string;
}

const IS_SQL =
  /\b(?:SELECT|UPDATE|DELETE FROM|INSERT INTO|MERGE INTO|FROM|JOIN|EXISTS|CASE|WHERE|AND|OR)\s|district_id/;

/** Every text of a file that may hold SQL, each by itself: fragments are read where they are written. */
export function sqlTexts(code: string): SqlText[] {
  const file = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true);
  const texts: SqlText[] = [];
  const visit = (node: ts.Node): void => {
    const sql = textOf(node);
    if (sql !== undefined && IS_SQL.test(sql))
      texts.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, sql: bare(sql) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

/** Types are no text that is sent. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return ts.isLiteralTypeNode(node.parent) ? undefined : node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce(
    (text, { expression, literal }) => `${text}\${${nameOf(expression)}}${literal.text}`,
    node.head.text,
  );
}

function nameOf(expression: ts.Expression): string {
  const text = expression.getText();
  return /^[\w.]+$/.test(text) ? text : '…';
}

/** Without comments of SQL. */
function bare(sql: string): string {
  return sql.replace(/--.*$/gm, '');
}
