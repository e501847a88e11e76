import { IsBoolean, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  BetweenFields,
  IfGiven,
  Nested,
  QueryBoolean,
  QueryInteger,
  SiteCode,
  Trimmed,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { SWEEP_RESULTS, type SweepResult } from './sweep-findings.sql.js';

export class SweepsQuery extends ListQuery {
  /** True for open sweeps. */
  @IfGiven()
  @QueryBoolean()
  open?: boolean;

  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  @SortedBy('begunAt')
  sort: BothWays<'begunAt'> = '-begunAt';
}

export class FindingsQuery extends ListQuery {
  @IfGiven()
  @IsIn(SWEEP_RESULTS)
  result?: SweepResult;
}

export class DueQuery extends ListQuery {
  /** A room is due if its last sweep was closed at least this many months ago, or if it never had a sweep. */
  @IfGiven()
  @QueryInteger(1, 120)
  months: number = 12;
}

@BetweenFields({ not: { required: ['room', 'cart'] } })
export class NewSweepBody {
  /** Code of the site. */
  @SiteCode()
  site!: string;

  /** Name of a room of the site. Without a room or a cart, the sweep is of the whole site. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  room?: string;

  /** Name of a cart of the site, if the sweep is of a cart. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  cart?: string;

  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;
}

export class SweepSignatureBody {
  /** The name of the person who signs, as they write it. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /**
   * What the person drew, as base64: a PNG picture of at most 200 KiB and 1200 by 600 dots. Without it the typed name is
   * the signature.
   */
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  @MaxLength(280_000)
  image?: string;
}

export class SweepClosingBody {
  /** Whether misplaced devices are moved to the place where they were found. */
  @IsBoolean()
  moves!: boolean;

  @IfGiven()
  @IsString()
  @MaxLength(2000)
  note?: string;

  /** Who signs the report. It cannot be changed later. */
  @IfGiven()
  @Nested(() => SweepSignatureBody)
  signature?: SweepSignatureBody;
}
