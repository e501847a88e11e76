import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IfGiven, Nested, OrNull, TimeOfDay, Trimmed, Weekdays } from '../../common/http/request-fields.js';
import { DeliveryBody } from '../../vendors/vendor-delivery.dto.js';
import type { BatchSchedule } from './delivery-settings.js';

export class BatchScheduleBody implements BatchSchedule {
  /** From 1 for Monday to 7 for Sunday. */
  @Weekdays()
  weekdays!: number[];

  /** Such as `16:00`, in the district's time zone. */
  @TimeOfDay()
  at!: string;
}

export class VendorDeliveryBody {
  /** Key of the layout in which the vendor gets claims. `general` by default. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  layout?: string;

  @Nested(() => DeliveryBody)
  delivery!: DeliveryBody;

  /** Whether the vendor may get columns with names of people: students, contacts and technicians. */
  @IfGiven()
  @IsBoolean()
  allowsNames = false;

  /** When ready claims are sent by themselves. Null if somebody sends them. */
  @OrNull()
  @Nested(() => BatchScheduleBody)
  schedule?: BatchScheduleBody | null;
}
