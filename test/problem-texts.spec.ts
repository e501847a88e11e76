import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { refusals } from '../src/web/text/es/refusals/index.js';

const SRC = join(import.meta.dirname, '../src');

/** Where no answer of the API comes from. */
const ELSEWHERE = /^(web|cli|config|openapi\/examples|database\/embedded)[\\/]|\.spec\.ts$|^main\.ts$/;

/** Words in capitals that are no codes of ours: of Fastify and of Node. */
const NOT_OURS = /^(FST|ERR|HPE)_/;

/** Codes of one word, in a call or at the name `code`. Codes of several words are found by their form. */
const NAMED = new Set(['code', 'reason']);
const CALLS = new Set(['wrongField', 'problem', 'failed', 'note', 'refused', 'refusal', 'invalid']);

/** What `class-validator` names its rules, and our own rules of that kind, as the API writes them. */
const RULES =
  `IS_STRING IS_NOT_EMPTY IS_INT IS_NUMBER IS_BOOLEAN IS_ARRAY IS_OBJECT IS_UUID IS_EMAIL IS_IN MATCHES MIN MAX
   MIN_LENGTH MAX_LENGTH ARRAY_NOT_EMPTY ARRAY_MIN_SIZE ARRAY_MAX_SIZE ARRAY_UNIQUE NESTED_VALIDATION
   WHITELIST_VALIDATION IS_INSTANT IS_CALENDAR_DATE IS_MONTH_AND_DAY IS_TIME_OF_DAY IS_CLOSING_TIME IS_SCHOOL_YEAR
   IS_REPORT_DAY QUARTERS`.split(/\s+/);

function codesIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(SRC, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      const { text, parent } = node;
      const isNamed =
        (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) &&
        NAMED.has(parent.name.getText(file));
      const isGiven = ts.isCallExpression(parent) && CALLS.has(parent.expression.getText(file));
      const isCode = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text);
      if (isCode || ((isNamed || isGiven) && /^[A-Z]{4,}$/.test(text))) found.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter((code) => !NOT_OURS.test(code));
}

describe('the Spanish texts of refusals', () => {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !ELSEWHERE.test(path),
  );
  const codes = new Set([...paths.flatMap(codesIn), ...RULES]);

  it('are there for every code that the API answers with', () => {
    expect(codes.size).toBeGreaterThan(350);
    expect([...codes].filter((code) => !(code in refusals)).toSorted()).toEqual([]);
  });

  it('are sentences that say what to do or what is wrong, without values of their own', () => {
    for (const [code, text] of Object.entries(refusals))
      expect([code, text]).toEqual([code, expect.stringMatching(/^[A-ZÁÉÍÓÚ¿][^{}]*[.]$/)]);
  });
});
