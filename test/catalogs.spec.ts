import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { FINDING_RULES } from '../src/salvage/board/findings.js';
import { en } from '../src/web/text/en/index.js';
import { es } from '../src/web/text/es/index.js';

const WEB = join(import.meta.dirname, '../src/web');

/** The sources of the pages, by their path in `src/web`; not the catalogs themselves, and no tests. */
const SOURCES = new Map(
  readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^(text|gallery)[\\/]|\.spec\.ts$|schema\.d\.ts$/.test(path))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(WEB, path), 'utf8')]),
);

/** Names of attributes that people read. */
const READ_ATTRIBUTES =
  /^(label|title|description|placeholder|aria-label|aria-description|alt|legend|nothingFoundMessage|error)$/;

/** All texts of a catalog as `group.name`. */
function textsOf(catalog: object): [key: string, text: string][] {
  return Object.entries(catalog).flatMap(([group, texts]) =>
    Object.entries(texts as Record<string, string>).map(([name, text]): [string, string] => [
      `${group}.${name}`,
      text,
    ]),
  );
}

/** The values that a message takes, in the order of their names. */
function valuesOf(text: string, locale: string): string[] {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (typeof part !== 'object' || part === null) return;
    const { type, value, options, children } = part as {
      type: number;
      value?: string;
      options?: Record<string, { value: unknown }>;
      children?: unknown;
    };
    // 0 is plain text and 7 the number sign of a plural; all others name a value.
    if (type !== 0 && type !== 7 && value !== undefined) names.add(value);
    Object.values(options ?? {}).forEach((option) => walk(option.value));
    walk(children);
  };
  walk(new IntlMessageFormat(text, locale).getAst());
  return [...names].toSorted();
}

/** Texts that stand in a page itself, where no catalog can translate them. */
function textsIn(path: string, source: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    const text = ts.isJsxText(node)
      ? node.text
      : ts.isJsxAttribute(node) &&
          READ_ATTRIBUTES.test(node.name.getText(file)) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer)
        ? node.initializer.text
        : '';
    if (/\p{L}{2}/u.test(text) && text.trim() !== 'Rollcall') found.push(`${path}: ${text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the catalogs of the pages', () => {
  it.each(textsOf(es))('%s says in Spanish what English says, with the same values', (key, text) => {
    const english = textsOf(en).find(([one]) => one === key)?.[1] ?? '';
    expect(text.trim()).not.toBe('');
    expect(valuesOf(text, 'es-US')).toEqual(valuesOf(english, 'en-US'));
  });

  it('have no text that nothing shows', () => {
    const all = [...SOURCES.values()].join('\n');
    // A name whose end is a value of the API, such as `claims.state_${state}`.
    const beginnings = [...all.matchAll(/`([a-z]+\.\w*)\$\{/gi)].flatMap(([, beginning]) => beginning ?? []);
    const unused = textsOf(en).filter(([key]) => {
      const [group] = key.split('.');
      const isNamed = all.includes(`'${key}'`);
      // Words for values of the API are looked up by the value.
      const isLookedUp = new RegExp(
        `\\b(word|choicesOf)\\('${group}'|\`${group}\\.\\$\\{|group="${group}"`,
      ).test(all);
      return !isNamed && !isLookedUp && !beginnings.some((beginning) => key.startsWith(beginning));
    });
    expect(unused.map(([key]) => key)).toEqual([]);
  });

  it.each(FINDING_RULES)(
    'have the finding $finding as the API has it, so that no old text is translated',
    (rule) => {
      const { finding, words, source, doubt } = rule;
      const texts = en.findings as Partial<Record<string, string>>;
      const inCatalog = ['words', 'source', 'doubt'].map((part) => texts[`${part}_${finding}`] ?? null);
      expect(inCatalog).toEqual([words, source, doubt]);
    },
  );

  it('have every text: no page has one of its own', () => {
    const own = [...SOURCES].flatMap(([path, source]) => textsIn(path, source));
    expect(own).toEqual([]);
  });
});
