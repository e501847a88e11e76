import { dirname, relative } from 'node:path';
import ts from 'typescript';

/** How code inside a transaction reaches a connection that is not the transaction's own. */
export interface PoolPath {
  /** Where the transaction begins, then every function on the way. */
  chain: string[];
  /** The expression that asks for the second connection. */
  ends: string;
}

/** Members that take a connection from a pool, by the type that has them. `Transactions` begins a second transaction. */
const TAKES_CONNECTION: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    DataSource: [
      'query',
      'manager',
      'transaction',
      'createQueryRunner',
      'createQueryBuilder',
      'getRepository',
      'sql',
    ],
    Transactions: ['run', 'once', 'snapshot'],
    StreamPool: ['rows'],
    SignInPool: ['query'],
    WatchedPool: ['connect', 'query'],
  }),
);
/** Methods of `Transactions` that begin a transaction with the function they are given. */
const BEGINS = new Set(TAKES_CONNECTION.get('Transactions'));

interface Piece {
  name: string;
  /** Functions that this one calls or hands on. */
  leadsTo: { to: ts.Node; at: ts.Node }[];
  asksPool: ts.Node[];
}

/**
 * Reads a program and follows every call from inside a transaction. A function that is only mentioned counts as
 * called, and a method of an interface as every method that implements it: the search may find too much, never less.
 */
export class TransactionPaths {
  private readonly checker: ts.TypeChecker;
  private readonly pieces = new Map<ts.Node, Piece>();
  private readonly starts = new Set<ts.Node>();
  private readonly implementations = new Map<ts.Symbol, ts.Node[]>();

  constructor(
    program: ts.Program,
    private readonly root: string,
  ) {
    this.checker = program.getTypeChecker();
    const files = program
      .getSourceFiles()
      .filter((file) => !file.isDeclarationFile && isBelow(root, file.fileName));
    for (const file of files) this.findImplementations(file);
    for (const file of files) this.read(file, undefined);
  }

  /** Every place that asks the pool inside a transaction, each with the shortest chain of calls to it. */
  find(): PoolPath[] {
    const cameFrom = new Map<ts.Node, ts.Node | undefined>();
    const queue = [...this.starts];
    for (const start of queue) cameFrom.set(start, undefined);
    const found: PoolPath[] = [];
    for (let at = queue.shift(); at; at = queue.shift()) {
      const piece = this.pieces.get(at);
      if (!piece) continue;
      for (const ask of piece.asksPool) found.push({ chain: this.chain(at, cameFrom), ends: this.show(ask) });
      for (const { to } of piece.leadsTo) {
        if (cameFrom.has(to)) continue;
        cameFrom.set(to, at);
        queue.push(to);
      }
    }
    return found;
  }

  /** How many transactions the program begins, to see that the search looks at something. */
  get begun(): number {
    return this.starts.size;
  }

  private chain(end: ts.Node, cameFrom: Map<ts.Node, ts.Node | undefined>): string[] {
    const chain: string[] = [];
    for (let at: ts.Node | undefined = end; at; at = cameFrom.get(at))
      chain.unshift(this.pieces.get(at)?.name ?? '?');
    return chain;
  }

  private show(node: ts.Node): string {
    return `${this.place(node)} ${node.getText().replace(/\s+/g, ' ').slice(0, 80)}`;
  }

  private place(node: ts.Node): string {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    return `${relative(dirname(this.root), file.fileName)}:${line + 1}`;
  }

  private read(node: ts.Node, inside: Piece | undefined): void {
    let piece = inside;
    if (isFunction(node)) {
      piece = { name: `${this.place(node)} ${nameOf(node)}`, leadsTo: [], asksPool: [] };
      this.pieces.set(node, piece);
      if (this.isGivenTransaction(node) || this.beginsTransaction(node)) this.starts.add(node);
      // A function without a name belongs to the one around it, unless it is kept for after the commit.
      if (inside && isInline(node) && !this.isForAfterCommit(node))
        inside.leadsTo.push({ to: node, at: node });
      this.readFunction(node, piece);
      return;
    }
    if (piece) this.follow(node, piece);
    node.forEachChild((child) => this.read(child, piece));
  }

  /** The value a parameter has when it is left out is code of its own: it only runs for callers that leave it out. */
  private readFunction(node: ts.SignatureDeclaration, piece: Piece): void {
    node.forEachChild((child) => {
      if (!ts.isParameter(child) || !child.initializer) {
        this.read(child, piece);
        return;
      }
      const unset: Piece = {
        name: `${this.place(child)} unless it is given ${child.name.getText()}`,
        leadsTo: [],
        asksPool: [],
      };
      this.pieces.set(child, unset);
      this.read(child.initializer, unset);
    });
  }

  private follow(node: ts.Node, piece: Piece): void {
    if (this.asksPool(node)) piece.asksPool.push(node);
    if (!ts.isIdentifier(node) || isDeclared(node)) return;
    for (const to of this.functionsOf(node)) {
      piece.leadsTo.push({ to, at: node });
      const call = callOf(node);
      const given = call?.arguments.some(ts.isSpreadElement) ? Infinity : (call?.arguments.length ?? 0);
      (to as ts.SignatureDeclaration).parameters?.forEach((parameter, index) => {
        if (parameter.initializer && index >= given) piece.leadsTo.push({ to: parameter, at: node });
      });
    }
  }

  private asksPool(node: ts.Node): boolean {
    if (ts.isPropertyAccessExpression(node))
      return TAKES_CONNECTION.get(this.typeName(node.expression))?.includes(node.name.text) ?? false;
    // Handed on as a whole: whoever gets it asks it.
    if (ts.isCallExpression(node) || ts.isNewExpression(node))
      return (node.arguments ?? []).some((given) => this.typeName(given) === 'DataSource');
    return false;
  }

  private functionsOf(name: ts.Identifier): ts.Node[] {
    let symbol = this.checker.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.checker.getAliasedSymbol(symbol);
    if (!symbol) return [];
    const declared = (symbol.declarations ?? []).flatMap((declaration) => functionIn(declaration) ?? []);
    return [...declared, ...(this.implementations.get(symbol) ?? [])];
  }

  /** Remembers what stands for each member of an interface or an abstract class. */
  private findImplementations(node: ts.Node): void {
    if (ts.isClassDeclaration(node))
      for (const { types } of node.heritageClauses ?? [])
        for (const type of types) this.implement(this.checker.getTypeAtLocation(type), node.members);
    if (ts.isObjectLiteralExpression(node)) {
      const type = this.checker.getContextualType(node);
      if (type) this.implement(type, node.properties);
    }
    node.forEachChild((child) => this.findImplementations(child));
  }

  private implement(
    type: ts.Type,
    members: readonly (ts.ClassElement | ts.ObjectLiteralElementLike)[],
  ): void {
    for (const member of members) {
      if (!member.name || !('text' in member.name)) continue;
      const symbol = type.getProperty(member.name.text);
      if (!symbol) continue;
      const known = this.implementations.get(symbol) ?? [];
      const own = functionIn(member);
      const named = ts.isShorthandPropertyAssignment(member)
        ? (this.checker.getShorthandAssignmentValueSymbol(member)?.declarations ?? []).flatMap(
            (d) => functionIn(d) ?? [],
          )
        : [];
      this.implementations.set(symbol, [...known, ...(own ? [own] : []), ...named]);
    }
  }

  /** A function that takes the connection of a transaction runs inside of one. */
  private isGivenTransaction(node: ts.SignatureDeclaration): boolean {
    return node.parameters.some(
      (parameter) => parameter.name.getText() === 'tx' || this.typeName(parameter.name) === 'Tx',
    );
  }

  private beginsTransaction(node: ts.Node): boolean {
    const call = node.parent;
    if (!ts.isCallExpression(call) || call.arguments[0] !== node) return false;
    const called = call.expression;
    if (!ts.isPropertyAccessExpression(called)) return false;
    if (called.name.text === 'transaction') return true;
    return BEGINS.has(called.name.text) && this.typeName(called.expression) === 'Transactions';
  }

  private isForAfterCommit(node: ts.Node): boolean {
    return ts.isCallExpression(node.parent) && node.parent.expression.getText().endsWith('.afterCommit');
  }

  private typeName(node: ts.Node): string {
    const type = this.checker.getTypeAtLocation(node);
    return (type.aliasSymbol ?? type.getSymbol())?.name ?? '';
  }
}

function isBelow(folder: string, file: string): boolean {
  return !relative(folder, file).startsWith('..');
}

function isFunction(node: ts.Node): node is ts.SignatureDeclaration {
  return (
    (ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isConstructorDeclaration(node) ||
      ts.isGetAccessorDeclaration(node)) &&
    node.body !== undefined
  );
}

/** A function that stands right where it is used. */
function isInline(node: ts.Node): boolean {
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && functionIn(node.parent) !== node;
}

/** The function that a name stands for: its own body, or the one it was given. */
function functionIn(node: ts.Node): ts.Node | undefined {
  if (isFunction(node)) return node;
  if (
    (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node)) &&
    node.initializer
  )
    return isFunction(node.initializer) ? node.initializer : undefined;
  return undefined;
}

function isDeclared(name: ts.Identifier): boolean {
  const { parent } = name;
  return (
    (ts.isVariableDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isParameter(parent)) &&
    parent.name === name
  );
}

/** The call of which this name is what is called. */
function callOf(name: ts.Identifier): ts.CallExpression | undefined {
  const called = ts.isPropertyAccessExpression(name.parent) && name.parent.name === name ? name.parent : name;
  return ts.isCallExpression(called.parent) && called.parent.expression === called
    ? called.parent
    : undefined;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) {
    const holder = ts.isClassDeclaration(node.parent) ? `${node.parent.name?.text ?? ''}.` : '';
    return holder + node.name.getText();
  }
  if (ts.isVariableDeclaration(node.parent)) return node.parent.name.getText();
  return ts.isCallExpression(node.parent)
    ? `in ${node.parent.expression.getText().slice(0, 40)}(…)`
    : 'function';
}
