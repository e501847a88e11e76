import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  Max,
  Min,
} from 'class-validator';
import { BetweenFields, IfGiven, Nested, Uuid, Uuids } from '../../common/http/request-fields.js';
import { DeviceFilterQuery } from '../../devices/lists/device-lists.dto.js';
import { DOTS_PER_MM } from './label-zpl.js';
import { LAYOUT_NAMES } from './label-layouts.js';

/** Labels that are printed at once. */
export const MOST_LABELS = 5000;

/** A request has exactly one of these fields. It selects the labels to print. */
export const LABEL_SOURCES = ['devices', 'filter', 'sweep', 'import', 'tagRange'] as const;

/**
 * Which labels to print, and on what. Choose the labels with exactly one of `devices`, `filter`, `sweep`, `import`
 * and `tagRange`.
 */
@BetweenFields({ oneOf: LABEL_SOURCES.map((source) => ({ required: [source] })) })
export class LabelsBody {
  @IsIn(LAYOUT_NAMES)
  layout!: string;

  @IfGiven()
  @IsIn(['pdf', 'zpl'])
  format: 'pdf' | 'zpl' = 'pdf';

  /** Ids. */
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_LABELS)
  @Uuids()
  devices?: string[];

  @IfGiven()
  @Nested(() => DeviceFilterQuery)
  filter?: DeviceFilterQuery;

  /** Devices that were expected or seen in a sweep. */
  @IfGiven()
  @Uuid()
  sweep?: string;

  /** Devices that a file brought or changed. */
  @IfGiven()
  @Uuid()
  import?: string;

  /** Reserved tags that no device has yet. */
  @IfGiven()
  @Uuid()
  tagRange?: string;

  /** Number of labels already used on the first sheet. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(500)
  skip: number = 0;

  /** Millimeters by which to move the print to the right and down. */
  @IfGiven()
  @IsNumber()
  @Min(-20)
  @Max(20)
  offsetX: number = 0;

  @IfGiven()
  @IsNumber()
  @Min(-20)
  @Max(20)
  offsetY: number = 0;

  /** Draws the outlines of the labels, for a test print on plain paper. */
  @IfGiven()
  @IsBoolean()
  outlines: boolean = false;

  /** Only for a ZPL printer. */
  @IfGiven()
  @IsIn(Object.keys(DOTS_PER_MM).map(Number))
  dpi: keyof typeof DOTS_PER_MM = 203;
}
