import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDate,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { type Dimension, DIMENSIONS } from './counts.queries.js';

const splitList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
    : value;

/** A status, or `active` for the three of devices in use. */
const STATUS_WORDS = ['in_stock', 'deployed', 'in_repair', 'missing', 'retired', 'disposed', 'active'];

export class CountsQuery {
  /** Calendar date in the district's time zone; today where nothing is said. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  asOf?: string;

  /** Instant: what the register would have said then. */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  knownAt?: Date;

  /** Comma-separated: site, region, kind, status. */
  @IsOptional()
  @Transform(splitList)
  @IsArray()
  @ArrayMaxSize(4)
  @IsIn(DIMENSIONS, { each: true })
  groupBy: Dimension[] = [];

  /** Comma-separated statuses, or `active`. Everything but disposed where nothing is said. */
  @IsOptional()
  @Transform(splitList)
  @IsArray()
  @IsIn(STATUS_WORDS, { each: true })
  status?: string[];

  @IsOptional()
  @Transform(splitList)
  @IsArray()
  @IsIn(['desktop', 'laptop', 'ipad', 'chromebook', 'other'], { each: true })
  kind?: string[];

  /** Comma-separated codes of sites. */
  @IsOptional()
  @Transform(splitList)
  @IsArray()
  @ArrayMaxSize(2000)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  site?: string[];
}
