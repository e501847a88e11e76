import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsISO8601,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  MaxDate,
  MinDate,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * The field may be left out, but not be null. `IsOptional` lets null through, which is right only where null
 * empties the field.
 */
export function IfGiven(): PropertyDecorator {
  return ValidateIf((_, value: unknown) => value !== undefined);
}

/** `YYYY-MM-DD`, a day that exists; in the district's time zone. */
export function CalendarDate(): PropertyDecorator {
  return applyDecorators(
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be a date such as 2025-08-31' }),
    IsISO8601({ strict: true }, { message: '$property must be a day that exists' }),
  );
}

/**
 * A list of objects, each checked by its class. An inner list would pass `ValidateNested`, which looks into it and finds
 * nothing to check.
 */
export function NestedList(type: () => new () => object): PropertyDecorator {
  return applyDecorators(IsObject({ each: true }), ValidateNested({ each: true }), Type(type));
}

/** A UUID, in small letters whatever it came in: ids are compared as texts. */
export function Uuid(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    IsUUID(),
  );
}

/** The same for a list of them. */
export function Uuids(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((id) => (typeof id === 'string' ? id.toLowerCase() : id)) : value,
    ),
    IsUUID(undefined, { each: true }),
  );
}

const FIRST_INSTANT = new Date('2000-01-01T00:00:00Z');
const LAST_INSTANT = new Date('2100-01-01T00:00:00Z');

/** An instant of this century: what a broken clock says must not reach a database that knows other bounds. */
export function Instant(): PropertyDecorator {
  return applyDecorators(
    Type(() => Date),
    IsDate(),
    MinDate(FIRST_INSTANT),
    MaxDate(LAST_INSTANT),
  );
}

/** `true` or `false` in a query string, where everything is text. */
export function QueryBoolean(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );
}

/** Text without blanks around it; what is not text is left for the checks to refuse. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}

/**
 * A comma-separated list in a query string, of so many words at the most; left out, it stays what it is.
 * @param read what becomes of each word
 */
export function CommaList(most: number, read: (word: string) => unknown = (word) => word): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string'
        ? value
            .split(',')
            .map((word) => word.trim())
            .filter(Boolean)
            .map(read)
        : value,
    ),
    IsArray(),
    ArrayMaxSize(most),
  );
}
