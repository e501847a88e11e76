import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../access/list-file.js';
import { CalendarDate, IfGiven, QueryBoolean, Trimmed, Uuid } from '../common/request-fields.js';

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

  /** The first day on which it is no longer used; null opens it again. */
  @IsOptional()
  @CalendarDate()
  closedOn?: string | null;
}

export class NewCartBody extends NewRoomBody {
  /** A room of the same site. */
  @IsOptional()
  @Uuid()
  roomId?: string | null;
}

export class CartChangeBody extends RoomChangeBody {
  /** A room of the same site, or null; the cart's devices move with it. */
  @IsOptional()
  @Uuid()
  roomId?: string | null;
}

export class PlacesQuery extends ListQuery {
  /** True for places in use today. */
  @IsOptional()
  @QueryBoolean()
  open?: boolean;
}
