import { plainToInstance } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, validateSync, ValidationTypes } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import {
  CLOSING_TIME_PATTERN,
  DAY_PATTERNS,
  INSTANT_PATTERN,
  MONTH_AND_DAY_PATTERN,
  TIME_PATTERN,
} from '../common/time/days-and-times.js';
import { groupBy } from '../common/group-by.js';
import { betweenFields } from '../common/http/request-fields.js';
import { SCHOOL_YEAR_PATTERN } from '../common/time/school-year.js';
import type { Schema } from './schema.js';

export type RequestClass = new () => object;

type Keywords = (constraints: unknown[]) => Schema;

const TEXT = '^[^\\u0000]*$';
const FILLED_TEXT = '^[^\\u0000]*\\S[^\\u0000]*$';

export const UUID: Schema = { type: 'string', format: 'uuid' };

/** JSON Schema of each rule of class-validator that our request classes use. */
const KEYWORDS: Record<string, Keywords> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isDate: () => ({ type: 'string', format: 'date-time' }),
  minDate: () => ({}),
  maxDate: () => ({}),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  minLength: ([least]) => ({ minLength: least }),
  maxLength: ([most]) => ({ maxLength: most }),
  isLength: ([least, most]) => ({ minLength: least, maxLength: most }),
  isNotEmpty: () => ({ minLength: 1 }),
  matches: ([pattern]) => ({ pattern: (pattern as RegExp).source }),
  isIn: ([known]) => ({ enum: known }),
  isUuid: () => UUID,
  isEmail: () => ({ format: 'email' }),
  isIso8601: () => ({ format: 'date' }),
  // A pattern and no format, because programs that generate requests would use any year for a date format.
  isCalendarDate: ([firstYear]) => ({
    type: 'string',
    pattern: DAY_PATTERNS[String(firstYear)],
    description: 'A date, `YYYY-MM-DD`.',
  }),
  isInstant: () => ({
    type: 'string',
    pattern: INSTANT_PATTERN,
    description: 'A date and time with a time zone, as RFC 3339 writes it.',
  }),
  isMonthAndDay: () => ({ type: 'string', pattern: MONTH_AND_DAY_PATTERN }),
  isTimeOfDay: () => ({ type: 'string', pattern: TIME_PATTERN }),
  isClosingTime: () => ({ type: 'string', pattern: CLOSING_TIME_PATTERN }),
  isSchoolYear: () => ({ type: 'string', pattern: SCHOOL_YEAR_PATTERN }),
  isReportDay: () => ({ type: 'string', minLength: 1 }),
  arrayMinSize: ([least]) => ({ minItems: least }),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** Rules about the rules: whether others apply, and that another class checks. */
const NO_KEYWORDS = new Set([
  ValidationTypes.CONDITIONAL_VALIDATION,
  ValidationTypes.NESTED_VALIDATION,
  ValidationTypes.WHITELIST,
] as string[]);

/**
 * What validation really does with a request, laid over the schema of its TypeScript type: bounds, fields that may be
 * left out or null, and that other fields are refused. Reads the class and every class within it.
 * @param schemaOf the schema of a class by its name, which is changed
 */
export function applyRules(
  type: RequestClass,
  schema: Schema,
  schemaOf: (name: string) => Schema | undefined,
  seen = new Set<RequestClass>(),
): void {
  seen.add(type);
  const rules = groupBy(rulesOf(type), (rule) => rule.propertyName);
  const properties = (schema.properties ??= {});
  for (const [field, own] of rules) properties[field] = fieldSchema(type, field, own, properties[field]);
  const required = [...rules.keys()].filter((field) => refuses(type, field, undefined));
  delete schema.required;
  if (required.length > 0) schema.required = required;
  schema['additionalProperties'] = false;
  const between = betweenFields(type);
  if (between) schema['allOf'] = [between];
  for (const field of rules.keys()) {
    const nested = nestedClass(type, field);
    const inner = nested && schemaOf(nested.name);
    if (nested && inner && !seen.has(nested)) applyRules(nested, inner, schemaOf, seen);
  }
}

function rulesOf(type: RequestClass): ValidationMetadata[] {
  return getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
}

function fieldSchema(
  type: RequestClass,
  field: string,
  rules: ValidationMetadata[],
  said: Schema = {},
): Schema {
  const ofList = rules.filter(({ each }) => !each);
  const ofItems = rules.filter(({ each }) => each);
  const { description, ...shape } = said;
  const schema: Schema = withoutNull({ ...shape, ...keywordsOf(type, field, ofList, shape) });
  if (ofItems.length > 0)
    schema.items = { ...schema.items, ...keywordsOf(type, field, ofItems, schema.items ?? {}) };
  if (schema['minLength'] === 1 && trims(type, field)) schema['pattern'] ??= FILLED_TEXT;
  storable(schema);
  if (schema.items) storable(schema.items);
  return {
    ...(refuses(type, field, null) ? schema : orNull(schema)),
    ...defaultOf(type, field),
    ...(description ? { description } : {}),
  };
}

/** A text of any form holds no NUL (`storable.ts`). */
function storable(schema: Schema): void {
  if (schema.type === 'string' && !('format' in schema) && !('enum' in schema)) schema['pattern'] ??= TEXT;
}

function keywordsOf(type: RequestClass, field: string, rules: ValidationMetadata[], shape: Schema): Schema {
  const keywords: Schema = {};
  for (const rule of rules) {
    if (NO_KEYWORDS.has(rule.type)) continue;
    const name = rule.name ?? rule.type;
    const ofRule =
      (rule.context as { schema?: Schema } | undefined)?.schema ?? KEYWORDS[name]?.(rule.constraints);
    if (!ofRule)
      throw new Error(
        `${type.name}.${field} has the rule "${name}", which src/openapi/request-rules.ts cannot say as JSON Schema.`,
      );
    // A reference says the type already.
    Object.assign(keywords, '$ref' in shape || 'anyOf' in shape ? omitType(ofRule) : ofRule);
  }
  return keywords;
}

function omitType({ type: _, ...rest }: Schema): Schema {
  return rest;
}

/** Asks the rules themselves, in a request that has nothing else. */
function refuses(type: RequestClass, field: string, value: null | undefined): boolean {
  const request = plainToInstance(type, value === undefined ? {} : { [field]: value });
  return validateSync(request).some((error) => error.property === field);
}

/** The value that the class gives a field which is left out. */
function defaultOf(type: RequestClass, field: string): Schema {
  const value = (plainToInstance(type, {}) as Record<string, unknown>)[field];
  return value === undefined || value === null ? {} : { default: value };
}

function trims(type: RequestClass, field: string): boolean {
  return (plainToInstance(type, { [field]: ' a ' }) as Record<string, unknown>)[field] === 'a';
}

function nestedClass(type: RequestClass, field: string): RequestClass | undefined {
  const nested = defaultMetadataStorage.findTypeMetadata(type, field)?.typeFunction() as
    RequestClass | undefined;
  return nested && rulesOf(nested).length > 0 ? nested : undefined;
}

/** Validation says whether null is taken, and not the type. */
export function withoutNull(schema: Schema): Schema {
  const { type, enum: values, anyOf, ...rest } = schema;
  const types = [type ?? []].flat().filter((one) => one !== 'null');
  const parts = (anyOf as Schema[] | undefined)?.filter((part) => part.type !== 'null');
  return {
    ...rest,
    ...(types.length > 0 ? { type: types.length === 1 ? types[0] : types } : {}),
    ...(values ? { enum: (values as unknown[]).filter((value) => value !== null) } : {}),
    ...(parts?.length === 1 ? parts[0] : parts ? { anyOf: parts } : {}),
  };
}

function orNull(schema: Schema): Schema {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const { enum: values } = schema as { enum?: unknown[] };
  return { ...schema, type: [schema.type, 'null'], ...(values ? { enum: [...values, null] } : {}) };
}
