/** JSON Schemas (2020-12, as OpenAPI 3.1 takes them) of TypeScript types. */
import { relative } from 'node:path';
import ts from 'typescript';

export class TypeSchemas {
  components = {};
  /** Sentences about names that stand for two different types: the document could describe only one of them. */
  repeated = new Set();
  /** The file that each name comes from. */
  #origins = {};

  /** @param folder types that are declared in here get a component of their own */
  constructor(checker, folder) {
    this.checker = checker;
    this.folder = folder;
  }

  of(type) {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isUnion()) return this.#ofUnion(type);
    if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
    if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.getSymbol()?.name === 'Date') return { type: 'string', format: 'date-time' };
    if (this.checker.isTupleType(type) || this.checker.isArrayType(type)) return this.#ofList(type);
    return this.#ofObject(type);
  }

  /** The fields of a type where they stand, without a component of its own. */
  propertiesOf(type) {
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = {};
    const required = [];
    for (const symbol of this.checker.getPropertiesOfType(type)) {
      const own = this.checker.getTypeOfSymbol(symbol);
      if (own.getCallSignatures().length > 0) continue;
      properties[symbol.name] = { ...this.of(own), ...this.#description(symbol) };
      if (!isOptional(symbol)) required.push(symbol.name);
    }
    return {
      type: 'object',
      ...this.#description(type.aliasSymbol ?? type.getSymbol()),
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: this.of(index.type) } : {}),
    };
  }

  #ofList(type) {
    const items = unique(this.checker.getTypeArguments(type).map((one) => this.of(one)));
    return { type: 'array', items: items.length === 1 ? items[0] : items.length > 1 ? { anyOf: items } : {} };
  }

  #ofUnion(type) {
    const parts = type.types.filter((one) => !(one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
    const isNullable = type.types.some((one) => one.flags & ts.TypeFlags.Null);
    if (parts.length > 0 && parts.every((one) => one.isStringLiteral()))
      // In the order of the alphabet: TypeScript keeps them in the order in which it has met them anywhere.
      return orNull({ type: 'string', enum: parts.map((one) => one.value).toSorted() }, isNullable);
    if (parts.length > 0 && parts.every((one) => one.isNumberLiteral()))
      return orNull({ type: 'number', enum: parts.map((one) => one.value) }, isNullable);
    // TypeScript takes `boolean` apart into `true` and `false`.
    const schemas = unique(
      parts.map((one) => (one.flags & ts.TypeFlags.BooleanLike ? { type: 'boolean' } : this.of(one))),
    );
    return orNull(schemas.length === 1 ? schemas[0] : { anyOf: schemas }, isNullable);
  }

  #ofObject(type) {
    const name = this.#nameOf(type);
    if (!name) return this.propertiesOf(type);
    this.#claim(name, type);
    if (!(name in this.components)) {
      // Taken before it is filled: a type may hold itself.
      this.components[name] = {};
      Object.assign(this.components[name], this.propertiesOf(type));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #claim(name, type) {
    const file = relative(process.cwd(), declarationOf(type).getSourceFile().fileName);
    this.#origins[name] ??= file;
    if (this.#origins[name] !== file)
      this.repeated.add(
        `Two types are called ${name}, one in ${this.#origins[name]} and one in ${file}. Rename one of them.`,
      );
  }

  /** Only types that our own code names have a name. */
  #nameOf(type) {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    if (!symbol || symbol.name.startsWith('__')) return undefined;
    if (!declarationOf(type)?.getSourceFile().fileName.startsWith(this.folder)) return undefined;
    const given = type.aliasSymbol ? (type.aliasTypeArguments ?? []) : (type.typeArguments ?? []);
    const names = given.map((one) => this.#nameOf(one));
    if (names.includes(undefined)) return undefined;
    return [symbol.name, ...names].join('Of');
  }

  #description(symbol) {
    const isOurs = symbol?.declarations?.[0]?.getSourceFile().fileName.startsWith(this.folder);
    const text = isOurs && ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
    return text ? { description: text } : {};
  }
}

function declarationOf(type) {
  return (type.aliasSymbol ?? type.getSymbol())?.declarations?.[0];
}

/** A field with an initial value has a value before anybody sends one. */
function isOptional({ flags, valueDeclaration }) {
  return (flags & ts.SymbolFlags.Optional) !== 0 || Boolean(valueDeclaration?.initializer);
}

function orNull(schema, isNullable) {
  if (!isNullable) return schema;
  if (typeof schema.type !== 'string') return { anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] };
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum ? { enum: [...schema.enum, null] } : {}) };
}

function unique(schemas) {
  const seen = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]));
  return [...seen.values()];
}
