import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { fieldErrors } from './validation.js';

/** What the API says of a value that breaks one rule. */
function saidOf(rule: PropertyDecorator, value: unknown): string[] {
  class Body {
    [field: string]: unknown;
  }
  rule(Body.prototype, 'kinds');
  const body = Object.assign(new Body(), { kinds: value });
  return fieldErrors(validateSync(body)).map(({ detail }) => detail);
}

it.each<[string, PropertyDecorator, unknown, string]>([
  ['text', IsString(), 7, 'kinds must be text'],
  ['texts', IsString({ each: true }), [7], 'each entry of kinds must be text'],
  ['a whole number', IsInt(), 1.5, 'kinds must be a whole number'],
  ['a number', IsNumber(), 'x', 'kinds must be a number'],
  ['true or false', IsBoolean(), 'yes', 'kinds must be true or false'],
  ['a list', IsArray(), 7, 'kinds must be a list'],
  ['an object', IsObject(), 7, 'kinds must be an object'],
  ['objects', IsObject({ each: true }), [7], 'each entry of kinds must be an object'],
  ['an id', IsUUID(), 'x', 'kinds must be an id (a UUID)'],
  ['ids', IsUUID(undefined, { each: true }), ['x'], 'each entry of kinds must be an id (a UUID)'],
  ['an address', IsEmail(), 'x', 'kinds must be an email address'],
  ['something', IsNotEmpty(), '', 'kinds must not be empty'],
  ['entries', ArrayNotEmpty(), [], 'kinds must not be empty'],
  ['enough', Min(1), 0, 'kinds must be at least 1'],
  ['not too much', Max(200), 201, 'kinds must be at most 200'],
  ['long enough', MinLength(12), 'x', 'kinds must have at least 12 characters'],
  ['short enough', MaxLength(2), 'xyz', 'kinds may have at most 2 characters'],
  ['many enough', ArrayMinSize(2), [1], 'kinds must have at least 2 entries'],
  ['few enough', ArrayMaxSize(1), [1, 2], 'kinds may have at most 1 entry'],
  ['different', ArrayUnique(), [1, 1], 'kinds must not have the same entry twice'],
  ['one of these', IsIn(['ipad', 'laptop']), 'tv', 'kinds must be one of these: ipad, laptop'],
  ['some of these', IsIn(['ipad'], { each: true }), ['tv'], 'each entry of kinds must be one of these: ipad'],
])('a field that must be %s is refused in plain words', (_, rule, value, said) => {
  expect(saidOf(rule, value)).toEqual([said]);
});
