import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  CalendarDate,
  IfGiven,
  OrNull,
  QueryBoolean,
  Trimmed,
  Uuid,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';

export class NewRoomBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;
}

export class RoomChangeBody {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  /** The first day on which the room or cart is no longer used. Null opens it again. */
  @OrNull()
  @CalendarDate()
  closedOn?: string | null;
}

export class NewCartBody extends NewRoomBody {
  /** A room of the same site. */
  @OrNull()
  @Uuid()
  roomId?: string | null;
}

export class CartChangeBody extends RoomChangeBody {
  /** A room of the same site, or null. The devices in the cart move with it. */
  @OrNull()
  @Uuid()
  roomId?: string | null;
}

export class PlacesQuery extends ListQuery {
  /** True for places in use today. */
  @IfGiven()
  @QueryBoolean()
  open?: boolean;

  @SortedBy('name')
  sort: BothWays<'name'> = 'name';
}
