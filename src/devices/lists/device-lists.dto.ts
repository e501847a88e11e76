import { ArrayNotEmpty, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import {
  CalendarDate,
  CommaList,
  IfGiven,
  QueryBoolean,
  QueryInteger,
  QueryNumber,
  SiteCodes,
  Trimmed,
  Uuid,
  Uuids,
} from '../../common/http/request-fields.js';
import { type BothWays, Cursor, type PageQuery, SortedBy } from '../../common/paging.js';
import { KINDS } from '../../catalogue/kinds.js';
import { STATUSES } from '../statuses.js';
import { DEVICE_COVERAGES, type DeviceCoverageState } from './device-coverages.js';
import type { DeviceFilter } from './device-filter.js';
import { DEVICE_COLUMN_NAMES, type DeviceColumn } from './device-list.export.js';
import { type DeviceSort, SORT_NAMES } from './device-sorts.js';

export class DeviceFilterQuery implements DeviceFilter {
  /** Codes of sites, comma-separated. */
  @SiteCodes()
  site?: string[];

  /** Ids of devices, comma-separated. Use this for devices that a person selected one by one. */
  @CommaList(5_000)
  @Uuids()
  id?: string[];

  @CommaList(100)
  @IsString({ each: true })
  region?: string[];

  @IfGiven()
  @IsString()
  @MaxLength(100)
  room?: string;

  @IfGiven()
  @IsString()
  @MaxLength(100)
  cart?: string;

  @CommaList(100)
  @IsIn(KINDS, { each: true })
  kind?: string[];

  @CommaList(100)
  @IsIn(STATUSES, { each: true })
  status?: string[];

  /** Part of the model's name. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  model?: string;

  /** At least this many years in service. */
  @IfGiven()
  @QueryNumber(0, 200)
  ageFrom?: number;

  /** Less than this many years in service. */
  @IfGiven()
  @QueryNumber(0, 200)
  ageTo?: number;

  /** Automatic updates end before this date. */
  @IfGiven()
  @CalendarDate()
  autoUpdateBefore?: string;

  @IfGiven()
  @Uuid()
  person?: string;

  @IfGiven()
  @IsString()
  @MaxLength(200)
  fundingSource?: string;

  /** States of the best coverage today, comma-separated. `unknown` if no coverage is on record. */
  @CommaList(100)
  @IsIn(DEVICE_COVERAGES, { each: true })
  coverage?: DeviceCoverageState[];

  /**
   * Three or more characters of a tag, a serial number or a model, or words of the name of a site or a person. To find
   * a MAC address, enter at least six digits of it.
   */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class DeviceListQuery extends DeviceFilterQuery implements PageQuery {
  /** The largest number of rows to return, from 1 to 200. */
  @IfGiven()
  @QueryInteger(1, 200)
  limit: number = 50;

  /** The `nextCursor` of the page before. */
  @IfGiven()
  @Cursor()
  cursor?: string;

  @SortedBy(...SORT_NAMES)
  sort: BothWays<DeviceSort> = 'id';

  /** If true, and if your role can see people, the answer has the names of the people who have the devices. */
  @IfGiven()
  @QueryBoolean()
  people?: boolean;
}

export class DeviceExportQuery extends DeviceFilterQuery {
  /** Columns of the file, comma-separated, in the order that you want. By default, the columns of the import template. */
  @CommaList(50)
  @ArrayNotEmpty()
  @IsIn(DEVICE_COLUMN_NAMES, { each: true })
  columns?: DeviceColumn[];

  /** Order of the rows. Only used together with `columns`. */
  @SortedBy(...SORT_NAMES)
  sort: BothWays<DeviceSort> = 'id';
}

export class LookUpQuery {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  code!: string;
}
