import { IsIn } from 'class-validator';
import { CalendarDate, CommaList, IfGiven, Instant, SiteCodes } from '../common/http/request-fields.js';
import { type CountsAsked, type Dimension, DIMENSIONS, IN_USE } from './counts.queries.js';
import { SERIES_DIMENSIONS, type SeriesDimension } from './series/series-groups.js';
import { type Interval, INTERVALS } from './series/series-points.js';

/** A status, or `active` for the three of devices in use. */
const STATUS_WORDS = ['in_stock', 'deployed', 'in_repair', 'missing', 'retired', 'disposed', 'active'];

/** What every question about counts may leave out. */
export class CountsFilterQuery {
  /** An instant. The answer is what the records said at that time. */
  @IfGiven()
  @Instant()
  knownAt?: Date;

  /** Statuses, separated by commas, or `active`. By default, every status except disposed. */
  @CommaList(100)
  @IsIn(STATUS_WORDS, { each: true })
  status?: string[];

  @CommaList(100)
  @IsIn(['desktop', 'laptop', 'ipad', 'chromebook', 'other'], { each: true })
  kind?: string[];

  /** Comma-separated codes of sites. */
  @SiteCodes()
  site?: string[];
}

export class CountsQuery extends CountsFilterQuery {
  /** Calendar date in the district's time zone. Today by default. */
  @IfGiven()
  @CalendarDate()
  asOf?: string;

  /** Comma-separated: site, region, kind, status. */
  @CommaList(4)
  @IsIn(DIMENSIONS, { each: true })
  groupBy: Dimension[] = [];
}

export class GrowthQuery extends CountsFilterQuery {
  /** Calendar date in the district's time zone. Changes after the end of this day count. */
  @CalendarDate()
  from!: string;

  /** Last calendar date. Today by default. */
  @IfGiven()
  @CalendarDate()
  to?: string;

  /** Comma-separated: site, region, kind, status. */
  @CommaList(4)
  @IsIn(DIMENSIONS, { each: true })
  groupBy: Dimension[] = [];
}

export class SeriesQuery extends CountsFilterQuery {
  /** First calendar date in the district's time zone. */
  @CalendarDate()
  from!: string;

  /** Last calendar date. Today by default. */
  @IfGiven()
  @CalendarDate()
  to?: string;

  /** The interval between the points. */
  @IfGiven()
  @IsIn(INTERVALS)
  interval: Interval = 'month';

  /** Comma-separated: site, region, kind, status; or, for the whole district, model, fundingSource, kind, status. */
  @CommaList(6)
  @IsIn(SERIES_DIMENSIONS, { each: true })
  groupBy: SeriesDimension[] = [];
}

/** The words of a request as the queries want them. */
export function filterOf({
  knownAt,
  status,
  kind,
  site,
}: CountsFilterQuery): Pick<CountsAsked, 'knownAt' | 'statuses' | 'kinds' | 'sites'> {
  const statuses = status?.flatMap((word) => (word === 'active' ? IN_USE : [word]));
  return {
    knownAt,
    statuses: statuses && [...new Set(statuses)],
    kinds: kind,
    sites: site,
  };
}
