import ts from 'typescript';

/** A text of the code that holds SQL, or a piece of it. */
export interface SqlText {
  line: number;
  /** The SQL. An inserted constant is replaced by its text, and any other inserted value by `${…}`. */
  sql: string;
}

const IS_SQL =
  /\b(?:SELECT|UPDATE|DELETE FROM|INSERT INTO|MERGE INTO|FROM|JOIN|EXISTS|CASE|WHERE|AND|OR)\s|district_id/;

/** Texts by the name of their constant. */
type Named = ReadonlyMap<string, string>;

/**
 * Every text of a file that may hold SQL: statements, and the pieces that they are put together from.
 * @param imported pieces of other files
 */
export function sqlTexts(code: string, imported: Named = new Map()): SqlText[] {
  return textsOf(code, imported).filter(({ sql }) => IS_SQL.test(sql));
}

/** Every text of a file, SQL or not, except for those of decorators: a column's default is the table's own. */
export function textsOf(code: string, imported: Named = new Map()): SqlText[] {
  const file = parsed(code);
  const constants = new Map([...imported, ...constantsOf(file)]);
  const found: SqlText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isDecorator(node)) return;
    const sql = textOf(node, constants);
    if (sql !== undefined)
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, sql });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Pieces of SQL that a file lets others use. */
export function exportedTexts(code: string): Named {
  return new Map([...constantsOf(parsed(code))].filter(([name]) => code.includes(`export const ${name} `)));
}

function parsed(code: string): ts.SourceFile {
  return ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true);
}

/** The string constants of a file, without names that it declares twice. */
function constantsOf(file: ts.SourceFile): Named {
  const names: string[] = [];
  const texts = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const name = node.name.getText();
      const text = textOf(node.initializer, texts);
      if (names.includes(name)) texts.delete(name);
      else if (text !== undefined) texts.set(name, text);
      names.push(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

/** The text of a string; otherwise undefined. Strings in types are skipped, because no database sees them. */
function textOf(node: ts.Node, constants: Named): string | undefined {
  if (ts.isStringLiteralLike(node)) return ts.isLiteralTypeNode(node.parent) ? undefined : node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce((text, { expression, literal }) => {
    const named = ts.isIdentifier(expression) ? constants.get(expression.text) : undefined;
    return `${text}${named ?? '${…}'}${literal.text}`;
  }, node.head.text);
}
