import {
  type ArgumentMetadata,
  type PipeTransform,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';
import { plainRefusal } from './plain-refusals.js';
import { type FieldError, InvalidInput } from '../refusal.js';

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
      const many = fields.length === 1 ? 'one field' : `${fields.length} fields`;
      return new InvalidInput(`The request has ${many} that cannot be used: ${where}.`, fields);
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
