import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { readSiteCode } from '../site-code.js';
import {
  EXPECTED,
  FIRST_YEAR,
  type FirstYear,
  isClosingTime,
  isDay,
  isMonthAndDay,
  isTimeOfDay,
  readDay,
  readInstant,
} from '../time/days-and-times.js';
import { readSchoolYear, schoolYearName } from '../time/school-year.js';

const BETWEEN_FIELDS = 'rollcall:between-fields';

/**
 * Says as JSON Schema what holds between the fields of a class of requests, for the API's document. The code that
 * refuses such a request is elsewhere.
 */
export function BetweenFields(schema: object): ClassDecorator {
  return (type) => Reflect.defineMetadata(BETWEEN_FIELDS, schema, type);
}

/** What `BetweenFields` says of a class itself, without those that it extends. */
export function betweenFields(type: object): object | undefined {
  return Reflect.getOwnMetadata(BETWEEN_FIELDS, type) as object | undefined;
}

/** Of a 32-bit integer, which is what PostgreSQL keeps. */
export const LARGEST_INTEGER = 2 ** 31 - 1;

/** The field may be left out, but not be null. */
export function IfGiven(): PropertyDecorator {
  return ValidateIf((_, value: unknown) => value !== undefined);
}

/** The field may be left out, and null empties it: its type says `| null`. */
export function OrNull(): PropertyDecorator {
  return IsOptional();
}

/** Reads a text before it is checked; what is not text, or cannot be read, is left for the checks to refuse. */
function ReadText(read: (text: string) => unknown): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (read(value) ?? value) : value,
  );
}

/**
 * A text of a certain form.
 * @param expected what a refusal says after the name of the field
 * @param constraints what the API's document must know of the form
 * @param each for a list of such texts
 */
function TextThat(
  name: string,
  expected: string,
  fits: (text: string) => boolean,
  constraints: unknown[] = [],
  each = false,
): PropertyDecorator {
  return ValidateBy(
    {
      name,
      constraints,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && fits(value),
        defaultMessage: () => `${each ? 'each entry of ' : ''}$property ${expected}`,
      },
    },
    { each },
  );
}

/** `YYYY-MM-DD`, a day that exists; in the district's time zone. */
export function CalendarDate(firstYear: FirstYear = FIRST_YEAR): PropertyDecorator {
  return applyDecorators(
    ReadText((text) => readDay(text, firstYear)),
    TextThat('isCalendarDate', EXPECTED.day(firstYear), (text) => isDay(text, firstYear), [firstYear]),
  );
}

/** A list of such days. */
export function CalendarDates(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((day) => (typeof day === 'string' ? day.trim() : day)) : value,
    ),
    TextThat('isCalendarDate', EXPECTED.day(), (text) => isDay(text), [FIRST_YEAR], true),
  );
}

/** `MM-DD`, a day of any year. */
export function MonthAndDay(): PropertyDecorator {
  return TextThat('isMonthAndDay', EXPECTED.monthAndDay, isMonthAndDay);
}

/** `HH:MM`, in the district's time zone. */
export function TimeOfDay(): PropertyDecorator {
  return TextThat('isTimeOfDay', EXPECTED.time, isTimeOfDay);
}

/** When something closes: `HH:MM`, or `24:00` for the end of the day. */
export function ClosingTime(): PropertyDecorator {
  return TextThat('isClosingTime', EXPECTED.closingTime, isClosingTime);
}

/** A school year as people write it; it becomes `2025-26`. */
export function SchoolYear(): PropertyDecorator {
  return applyDecorators(
    ReadText((text) => {
      const year = readSchoolYear(text);
      return year === undefined ? undefined : schoolYearName(year);
    }),
    TextThat('isSchoolYear', EXPECTED.schoolYear, (text) => readSchoolYear(text) !== undefined),
  );
}

/** An instant of this century, as RFC 3339 writes it; it becomes a `Date`. */
export function Instant(): PropertyDecorator {
  return applyDecorators(
    ReadText(readInstant),
    ValidateBy({
      name: 'isInstant',
      validator: {
        // Read by now, unless it was not what it should be. Not instanceof: a test has a realm of its own.
        validate: (value: unknown) => Object.prototype.toString.call(value) === '[object Date]',
        defaultMessage: () => `$property ${EXPECTED.instant}`,
      },
    }),
  );
}

/** From 1 for Monday to 7 for Sunday. */
export function Weekday(): PropertyDecorator {
  return applyDecorators(IsInt(), Min(1), Max(7));
}

/** Some days of a week, at least one. */
export function Weekdays(): PropertyDecorator {
  const each = { each: true };
  return applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(7),
    ArrayUnique(),
    IsInt(each),
    Min(1, each),
    Max(7, each),
  );
}

/**
 * A list of objects, each checked by its class. An inner list would pass `ValidateNested`, which looks into it and finds
 * nothing to check.
 */
export function NestedList(type: () => new () => object): PropertyDecorator {
  return applyDecorators(IsObject({ each: true }), ValidateNested({ each: true }), Type(type));
}

/** An object that is checked by its class. A list would pass `ValidateNested` where each of its elements does. */
export function Nested(type: () => new () => object): PropertyDecorator {
  return applyDecorators(IsObject(), ValidateNested(), Type(type));
}

/** A UUID, in small letters whatever it came in: ids are compared as texts. */
export function Uuid(): PropertyDecorator {
  return applyDecorators(
    ReadText((text) => text.toLowerCase()),
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

/** `true` or `false` in a query string, where everything is text. */
export function QueryBoolean(): PropertyDecorator {
  return applyDecorators(
    ReadText((text) => (text === 'true' ? true : text === 'false' ? false : text)),
    IsBoolean(),
  );
}

/** `12` or `-0.5` in a query string. JavaScript would take an empty text for 0, and `0x10` for 16. */
function readNumber(text: string): number | undefined {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
}

/** A whole number in a query string. */
export function QueryInteger(least: number, most: number): PropertyDecorator {
  return applyDecorators(ReadText(readNumber), IsInt(), Min(least), Max(most));
}

/** A number in a query string. */
export function QueryNumber(least: number, most: number): PropertyDecorator {
  return applyDecorators(ReadText(readNumber), IsNumber(), Min(least), Max(most));
}

/** Text without blanks around it; what is not text is left for the checks to refuse. */
export function Trimmed(): PropertyDecorator {
  return ReadText((text) => text.trim());
}

/**
 * A comma-separated list in a query string, of so many words at the most; left out, it stays what it is.
 * @param read what becomes of each word
 */
export function CommaList(most: number, read: (word: string) => unknown = (word) => word): PropertyDecorator {
  return applyDecorators(
    IfGiven(),
    ReadText((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean)
        .map(read),
    ),
    IsArray(),
    ArrayMaxSize(most),
  );
}

const LONGEST_SITE_CODE = 100;

/** The code of a site as people write it; it becomes the code as it is stored. */
export function SiteCode(): PropertyDecorator {
  return applyDecorators(ReadText(readSiteCode), IsString(), IsNotEmpty(), MaxLength(LONGEST_SITE_CODE));
}

/** The same for a comma-separated list in a query string. */
export function SiteCodes(): PropertyDecorator {
  return applyDecorators(
    CommaList(2_000, readSiteCode),
    IsString({ each: true }),
    MaxLength(LONGEST_SITE_CODE, { each: true }),
  );
}

/** A list of numbers in a query string. */
export function CommaNumbers(most: number): PropertyDecorator {
  return CommaList(most, (word) => readNumber(word) ?? word);
}
