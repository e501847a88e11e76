import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  IfGiven,
  Nested,
  NestedList,
  OrNull,
  QueryBoolean,
  QueryInteger,
  Trimmed,
  Uuids,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { LONGEST_KEY, VENDOR_KEY } from '../../vendors/vendor-key.js';
import {
  COLUMN_FORMATS,
  type ColumnFormat,
  DATE_FORMATS,
  type DateFormat,
  type Delimiter,
  DELIMITERS,
  ENCODINGS,
  LAYOUT_FORMATS,
  type LayoutEncoding,
  type LayoutFormat,
  LINE_ENDS,
  type LineEnd,
  LONGEST_CELL,
  LONGEST_HEADER,
  MOST_COLUMNS,
  ROWS_PER,
  type RowsPer,
} from './layout.js';
import { LAYOUT_FIELD_NAMES, type LayoutField } from './layout-fields.js';

const NO_CONTROL = /^[^\p{Cc}]*$/u;
const ONE_LINE = { message: '$property must be one line, without tabs or other control characters' };
/** Claims of a try-out. */
export const MOST_PREVIEWED = 200;

export class LayoutColumnBody {
  /** What stands above the column. In a JSON file, the name of the value. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_HEADER)
  @Matches(NO_CONTROL, ONE_LINE)
  header!: string;

  /** What Rollcall writes into the column. `GET /claim-layouts/choices` lists the fields. Leave it out for a constant. */
  @OrNull()
  @IsIn(LAYOUT_FIELD_NAMES)
  field?: LayoutField | null;

  /** The text of every row, for a column without a field. It can be empty. */
  @OrNull()
  @IsString()
  @MaxLength(LONGEST_CELL)
  @Matches(NO_CONTROL, ONE_LINE)
  constant?: string | null;

  /** A date format, `dollars` or `cents` for amounts, or `upper` for texts in capital letters. */
  @OrNull()
  @IsIn(COLUMN_FORMATS)
  format?: ColumnFormat | null;

  /** The vendor's words for Rollcall's values, such as `{"screen": "LCD", "true": "Y"}`. */
  @OrNull()
  @IsObject()
  words?: Record<string, string> | null;

  /** Most characters. In a fixed-width file, the exact number of characters. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(LONGEST_CELL)
  longest?: number | null;

  /** What happens to a text that is longer: the claim stays ready, or Rollcall cuts the text with a note. */
  @IfGiven()
  @IsIn(['refuse', 'cut'])
  whenTooLong?: 'refuse' | 'cut';

  /** A claim without a value for this column stays ready. */
  @IfGiven()
  @IsBoolean()
  isRequired?: boolean;

  /** In a fixed-width file, the side on which the text stands. */
  @IfGiven()
  @IsIn(['left', 'right'])
  align?: 'left' | 'right';

  /** In a fixed-width file, what fills the rest of the column. */
  @IfGiven()
  @IsIn([' ', '0'])
  pad?: ' ' | '0';
}

class LayoutDetails {
  /** `claim` for one row for each claim, or `part` for one row for each part of a claim. */
  @IfGiven()
  @IsIn(ROWS_PER)
  rowsPer?: RowsPer;

  /** For columns with dates that have no format of their own. */
  @IfGiven()
  @IsIn(DATE_FORMATS)
  dateFormat?: DateFormat;

  @IfGiven()
  @IsIn(ENCODINGS)
  encoding?: LayoutEncoding;

  /**
   * What happens to a character that the encoding does not have: the claim stays ready, or Rollcall writes the nearest
   * Latin letters with a note.
   */
  @IfGiven()
  @IsIn(['refuse', 'replace'])
  whenNotEncodable?: 'refuse' | 'replace';

  @IfGiven()
  @IsIn(LINE_ENDS)
  lineEnd?: LineEnd;

  /** What stands between the cells of a CSV file. */
  @IfGiven()
  @IsIn(DELIMITERS)
  delimiter?: Delimiter;

  /** Whether the first row has the headers. */
  @IfGiven()
  @IsBoolean()
  hasHeader?: boolean;
}

/** What a layout says of the file. What is left out is as usual: UTF-8, CRLF, comma, `YYYY-MM-DD`, with headers. */
export class LayoutBody extends LayoutDetails {
  @IsIn(LAYOUT_FORMATS)
  format!: LayoutFormat;

  /** In the order of the file. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COLUMNS)
  @NestedList(() => LayoutColumnBody)
  columns!: LayoutColumnBody[];
}

export class NewLayoutBody extends LayoutBody {
  /** What vendors' settings call the layout. Made from the name by default. It never changes. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @Matches(VENDOR_KEY, {
    message: '$property must be lower-case letters, digits and hyphens, such as dell-dispatch',
  })
  @MaxLength(LONGEST_KEY)
  key?: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;
}

/** What is left out stays as it is. `columns` replaces all columns. */
export class LayoutChangeBody extends LayoutDetails {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  /** True for a layout that the district no longer uses. Vendors that have it must get another one first. */
  @IfGiven()
  @IsBoolean()
  isArchived?: boolean;

  @IfGiven()
  @IsIn(LAYOUT_FORMATS)
  format?: LayoutFormat;

  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COLUMNS)
  @NestedList(() => LayoutColumnBody)
  columns?: LayoutColumnBody[];
}

export class LayoutsQuery extends ListQuery {
  /** `true` for layouts that are archived, `false` for the others. */
  @IfGiven()
  @QueryBoolean()
  archived?: boolean;

  @SortedBy('name')
  sort: BothWays<'name'> = 'name';
}

export class LayoutQuery {
  /** An earlier version of the layout, as a batch names it. By default, the latest. */
  @IfGiven()
  @QueryInteger(1, 1_000_000)
  layoutVersion?: number;
}

/** A try-out on real claims that are ready. Nothing is saved or sent. */
export class LayoutPreviewBody {
  /** Key of the vendor whose ready claims are tried. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor!: string;

  /** Key of a layout. Leave it out to try the layout in `definition`, or the vendor's own layout. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  layout?: string;

  /** A layout that is not saved yet. */
  @IfGiven()
  @Nested(() => LayoutBody)
  definition?: LayoutBody;

  /** Ids of ready claims. By default, the oldest that are ready. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PREVIEWED)
  @ArrayUnique()
  @Uuids()
  claims?: string[];
}
