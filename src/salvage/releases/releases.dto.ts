import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { IfGiven, Instant, OrNull, Trimmed, Uuid, Uuids } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { type ManagingService, SERVICES } from './device-release.entity.js';

/** How many devices one request can record. */
export const MOST_RELEASED = 1_000;

export class NewReleasesBody {
  /** Ids of the devices. Each is recorded or refused by itself. */
  @Uuids()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_RELEASED)
  @ArrayUnique()
  deviceIds!: string[];

  /** The service that managed them. `never_managed` if there was none. */
  @IsIn(SERVICES)
  service!: ManagingService;

  /** When the devices were released. By default, now. */
  @IfGiven()
  @Instant()
  releasedAt?: Date;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(1000)
  note?: string | null;
}

export class ReleasesQuery extends ListQuery {
  /** Id of a device. */
  @IfGiven()
  @Uuid()
  device?: string;

  /** Sorted by `releasedAt`. */
  @SortedBy('releasedAt')
  sort: BothWays<'releasedAt'> = '-releasedAt';
}
