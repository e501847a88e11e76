/**
 * Finds how a route can refuse: follows the calls of its handler through the code and collects the classes of
 * `Refusal` that are made on the way. A refusal behind a database constraint (`explainConstraint`) belongs to every
 * function that writes the constraint's table, also by taking steps.
 */
import ts from 'typescript';

const WRITTEN_TABLE = /\b(?:INSERT INTO|UPDATE)\s+(\w+)/g;
const NOTHING = { made: [], called: [], tables: [], headers: [] };

export class Refusals {
  #known = new Map();
  /** What each named constraint is explained with: a function that makes a refusal. */
  #explained = new Map();

  /** @param folder code outside of it is not followed */
  constructor(program, folder) {
    this.checker = program.getTypeChecker();
    this.folder = folder;
    for (const source of program.getSourceFiles())
      if (source.fileName.startsWith(folder)) this.#findExplanations(source);
  }

  /** The refusals within reach of a handler, as `{kind, code}`, and the headers that it sets. */
  of(handler) {
    const waiting = [handler];
    const seen = new Set(waiting);
    const refusals = new Map();
    const headers = new Set();
    for (let body = waiting.pop(); body; body = waiting.pop()) {
      const { made, called, tables, headers: set } = this.#lookInto(body);
      for (const refusal of made) refusals.set(`${refusal.kind} ${refusal.code ?? ''}`, refusal);
      for (const header of set) headers.add(header);
      for (const next of [...called, ...this.#explanationsFor(tables)])
        if (!seen.has(next)) {
          seen.add(next);
          waiting.push(next);
        }
    }
    return { refusals: [...refusals.values()], headers: [...headers] };
  }

  #findExplanations(source) {
    for (const statement of source.statements) {
      const call = ts.isExpressionStatement(statement) && statement.expression;
      if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'explainConstraint') continue;
      const [name, explain] = call.arguments;
      this.#explained.set(name.text, explain);
    }
  }

  #explanationsFor(tables) {
    return [...this.#explained].flatMap(([name, explain]) =>
      tables.some((table) => name.startsWith(`${table}_`)) ? [explain] : [],
    );
  }

  #lookInto(body) {
    let found = this.#known.get(body);
    if (!found) {
      found = structuredClone(NOTHING);
      this.#known.set(body, found);
      // The function itself, or a reference to one.
      if (ts.isIdentifier(body)) found.called.push(...this.#functionBehind(body));
      this.#visit(body, found);
    }
    return found;
  }

  #visit(node, found) {
    if (ts.isNewExpression(node)) found.made.push(...this.#refusalMadeBy(node));
    if (ts.isCallExpression(node)) {
      found.tables.push(...this.#entityWrittenBy(node));
      for (const steps of this.#stepsTakenBy(node)) {
        found.tables.push(steps.table);
        found.made.push(
          { kind: 'not_found', code: steps.notFound },
          { kind: 'conflict', code: steps.wrongState },
        );
      }
      if (node.expression.getText().endsWith('.header') && ts.isStringLiteral(node.arguments[0]))
        found.headers.push(node.arguments[0].text);
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.tables.push(...[...node.text.matchAll(WRITTEN_TABLE)].map(([, table]) => table));
    if (ts.isIdentifier(node)) found.called.push(...this.#functionBehind(node));
    ts.forEachChild(node, (child) => this.#visit(child, found));
  }

  /** A function of ours that is called here, or handed on to be called. */
  #functionBehind(identifier) {
    const declaration = this.#symbolOf(identifier)?.valueDeclaration;
    if (!declaration?.getSourceFile().fileName.startsWith(this.folder)) return [];
    if (ts.isClassDeclaration(declaration))
      return declaration.members.filter((member) => ts.isConstructorDeclaration(member));
    if (ts.isVariableDeclaration(declaration))
      return isFunction(declaration.initializer) ? [declaration] : [];
    return 'body' in declaration && declaration.body ? [declaration] : [];
  }

  #refusalMadeBy(node) {
    const declaration = this.#classOf(node.expression);
    const { isRefusal, kind, code } = this.#facts(declaration);
    if (!isRefusal) return [];
    const at = this.checker.getResolvedSignature(node)?.parameters.findIndex(({ name }) => name === 'code');
    const said = at >= 0 ? node.arguments?.[at] : undefined;
    if (!said) return [{ kind, code }];
    const type = this.checker.getTypeAtLocation(said);
    const parts = type.isUnion() ? type.types : [type];
    return parts.map((part) => (part.isStringLiteral() ? { kind, code: part.value } : { kind }));
  }

  /** What a class of refusals and those that it extends say of its kind and code. */
  #facts(declaration) {
    if (!declaration) return {};
    if (declaration.name?.text === 'Refusal') return { isRefusal: true };
    const own = {};
    for (const member of declaration.members) {
      const fields = ts.isConstructorDeclaration(member) ? [...member.parameters] : [member];
      for (const { name, initializer } of fields)
        if (initializer && ts.isStringLiteral(initializer)) own[name.getText()] ??= initializer.text;
    }
    const [parent] = (declaration.heritageClauses ?? []).filter(
      ({ token }) => token === ts.SyntaxKind.ExtendsKeyword,
    );
    const inherited = parent ? this.#facts(this.#classOf(parent.types[0].expression)) : {};
    return { ...inherited, ...own, isRefusal: inherited.isRefusal };
  }

  #entityWrittenBy({ expression, arguments: [entity] }) {
    if (!/\.(?:insert|update|upsert)$/.test(expression.getText()) || !entity) return [];
    const declaration = ts.isIdentifier(entity) ? this.#classOf(entity) : undefined;
    return (declaration ? (ts.getDecorators(declaration) ?? []) : [])
      .filter((decorator) => decorator.expression.expression?.getText() === 'Entity')
      .map((decorator) => decorator.expression.arguments[0].text);
  }

  /** The table and the codes of the declaration (`defineSteps`) whose steps are taken here. */
  #stepsTakenBy({ expression, arguments: given }) {
    if (!/\.take(?:All)?Within$/.test(expression.getText())) return [];
    return given.flatMap((argument) => {
      const declared = ts.isIdentifier(argument) && this.#symbolOf(argument)?.valueDeclaration?.initializer;
      if (!declared || !ts.isCallExpression(declared) || declared.expression.getText() !== 'defineSteps')
        return [];
      const text = declared.getText();
      const value = (name) => new RegExp(`\\b${name}: '(\\w+)'`).exec(text)?.[1];
      return [{ table: value('table'), notFound: value('notFound'), wrongState: value('wrongState') }];
    });
  }

  #classOf(expression) {
    return this.#symbolOf(expression)?.declarations?.find(ts.isClassDeclaration);
  }

  #symbolOf(node) {
    const symbol = this.checker.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }
}

function isFunction(node) {
  return Boolean(node) && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}
