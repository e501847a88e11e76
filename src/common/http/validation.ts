import {
  type ArgumentMetadata,
  type PipeTransform,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { plainRefusal } from './plain-refusals.js';
import { type FieldError, InvalidInput } from '../refusal.js';

rememberRules();

/** Every request is checked against its class; what the class does not name is refused. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const fields = fieldErrors(errors);
      const where = fields.map((error) => error.field).join(', ');
      const many = fields.length === 1 ? 'this field' : 'these fields';
      return new InvalidInput(`Check ${many}: ${where}.`, fields);
    },
  });
}

/** Reads ids in addresses in small letters, as `Uuid` reads those in bodies: ids are compared as texts. */
export class IdsInSmallLetters implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    const isId = type === 'param' && typeof value === 'string' && data !== undefined && /id$/i.test(data);
    return isId ? value.toLowerCase() : value;
  }
}

/** Flattens nested errors to paths such as `rows.3.serialNumber`. */
export function fieldErrors(errors: ValidationError[], prefix = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = `${prefix}${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
      field,
      code: rule.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      detail: plainRefusal(detail),
    }));
    return [...own, ...fieldErrors(error.children ?? [], `${field}.`)];
  });
}

/**
 * class-validator looks through the rules of all classes for each object that it checks. They do not change once a class
 * is declared, so one look for each class is enough.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  type Find = typeof storage.getTargetValidationMetadatas;
  const find: Find = storage.getTargetValidationMetadatas.bind(storage);
  const found = new WeakMap<Parameters<Find>[0], ReturnType<Find>>();
  storage.getTargetValidationMetadatas = (type, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups) return find(type, schema, always, strictGroups, groups);
    const known = found.get(type) ?? find(type, schema, always, strictGroups, groups);
    found.set(type, known);
    return known;
  };
}
