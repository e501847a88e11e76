/**
 * Writes dist/route-schemas.json: what each route is asked and answers, as JSON Schema (OpenAPI 3.0), read off the
 * types of the controllers, so that the document and the code cannot say two things. Part of the build.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SRC = join(ROOT, 'src');
const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
/** Answers that are no JSON. */
const STREAMS = new Set(['StreamableFile', 'void', 'undefined']);

class Schemas {
  components = {};

  constructor(checker) {
    this.checker = checker;
  }

  of(type) {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.isUnion()) return this.ofUnion(type);
    if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
    if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    const name = type.getSymbol()?.name;
    if (name === 'Date') return { type: 'string', format: 'date-time' };
    if (this.checker.isTupleType(type) || this.checker.isArrayType(type)) {
      const items = this.checker.getTypeArguments(type).map((one) => this.of(one));
      return {
        type: 'array',
        items: items.length === 1 ? items[0] : items.length ? { oneOf: unique(items) } : {},
      };
    }
    return this.ofObject(type);
  }

  ofUnion(type) {
    const parts = type.types.filter((one) => !(one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
    const nullable = type.types.some((one) => one.flags & ts.TypeFlags.Null) ? { nullable: true } : {};
    if (parts.length > 0 && parts.every((one) => one.isStringLiteral()))
      return { type: 'string', enum: parts.map((one) => one.value), ...nullable };
    if (parts.every((one) => one.flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean', ...nullable };
    const schemas = unique(parts.map((one) => this.of(one)));
    // A reference takes no neighbours in OpenAPI 3.0.
    if (schemas.length === 1)
      return '$ref' in schemas[0] && nullable.nullable
        ? { allOf: schemas, ...nullable }
        : { ...schemas[0], ...nullable };
    return { oneOf: schemas, ...nullable };
  }

  ofObject(type) {
    const name = this.nameOf(type);
    if (!name) return this.propertiesOf(type);
    if (!(name in this.components)) {
      // Taken before it is filled: a type may hold itself.
      this.components[name] = {};
      Object.assign(this.components[name], this.propertiesOf(type));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  propertiesOf(type) {
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = {};
    const required = [];
    for (const symbol of this.checker.getPropertiesOfType(type)) {
      const own = this.checker.getTypeOfSymbol(symbol);
      if (own.getCallSignatures().length > 0) continue;
      const description = ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
      const schema = this.of(own);
      properties[symbol.name] = !description
        ? schema
        : '$ref' in schema
          ? { allOf: [schema], description }
          : { ...schema, description };
      if (!isOptional(symbol)) required.push(symbol.name);
    }
    const documented = type.aliasSymbol ?? type.getSymbol();
    const description =
      documented && ts.displayPartsToString(documented.getDocumentationComment(this.checker));
    return {
      type: 'object',
      ...(description ? { description } : {}),
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: this.of(index.type) } : {}),
    };
  }

  /** Of types that our code names; what stands for itself has none. */
  nameOf(type) {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const [declaration] = symbol?.declarations ?? [];
    if (!symbol || symbol.name.startsWith('__')) return undefined;
    if (!declaration?.getSourceFile().fileName.startsWith(SRC)) return undefined;
    const given = type.aliasSymbol ? (type.aliasTypeArguments ?? []) : (type.typeArguments ?? []);
    const names = given.map((one) => this.nameOf(one));
    if (names.includes(undefined)) return undefined;
    return [symbol.name, ...names].join('Of');
  }
}

/** Also what has a value before anybody says one. */
function isOptional({ flags, valueDeclaration }) {
  return (flags & ts.SymbolFlags.Optional) !== 0 || Boolean(valueDeclaration?.initializer);
}

function unique(schemas) {
  const seen = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]));
  return [...seen.values()];
}

function routesOf(source, checker, visit) {
  ts.forEachChild(source, (node) => {
    if (!ts.isClassDeclaration(node) || !isDecorated(node, (name) => name === 'Controller')) return;
    for (const member of node.members)
      if (ts.isMethodDeclaration(member) && isDecorated(member, (name) => ROUTES.has(name)))
        visit(`${node.name.text}_${member.name.getText()}`, member);
  });
}

function isDecorated(node, test) {
  return (ts.getDecorators(node) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && test(expression.expression.getText()),
  );
}

/** The type of the parameter that takes the whole query, or the whole body. */
function askedBy(method, decorator, checker) {
  const taken = method.parameters.find((parameter) =>
    (ts.getDecorators(parameter) ?? []).some(
      ({ expression }) =>
        ts.isCallExpression(expression) &&
        expression.expression.getText() === decorator &&
        expression.arguments.length === 0,
    ),
  );
  return taken && checker.getTypeAtLocation(taken);
}

const config = ts.getParsedCommandLineOfConfigFile(
  join(ROOT, 'tsconfig.build.json'),
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  },
);
const controllers = readdirSync(SRC, { recursive: true })
  .filter((name) => /controllers?\.ts$/.test(name))
  .map((name) => join(SRC, name));
const program = ts.createProgram(controllers, config.options);
const checker = program.getTypeChecker();
const schemas = new Schemas(checker);
const operations = {};
for (const file of controllers) {
  routesOf(program.getSourceFile(file), checker, (operationId, method) => {
    const signature = checker.getSignatureFromDeclaration(method);
    const answer = checker.getAwaitedType(checker.getReturnTypeOfSignature(signature));
    const query = askedBy(method, 'Query', checker);
    const body = askedBy(method, 'Body', checker);
    operations[operationId] = {
      ...(query ? { query: schemas.propertiesOf(query) } : {}),
      ...(body ? { body: schemas.of(body) } : {}),
      ...(answer && !STREAMS.has(checker.typeToString(answer)) ? { answer: schemas.of(answer) } : {}),
    };
  });
}
mkdirSync(join(ROOT, 'dist'), { recursive: true });
writeFileSync(
  join(ROOT, 'dist/route-schemas.json'),
  JSON.stringify({ operations, schemas: schemas.components }),
);
