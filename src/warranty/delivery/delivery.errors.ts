import { Conflict, type FieldError, InvalidInput } from '../../common/refusal.js';

/** The settings of a delivery contradict themselves or cannot be used; `errors` names each field. */
export function badDelivery(errors: FieldError[]): InvalidInput {
  return new InvalidInput(errors[0]?.detail ?? 'These settings cannot be used.', errors, 'DELIVERY_UNUSABLE');
}

/** Somebody fetches the files of this vendor; there is nothing to send. */
export class NothingToSend extends Conflict {
  constructor() {
    super(
      'This vendor downloads its files, so there is nothing to send. Choose another delivery for the vendor first.',
      'NOTHING_TO_SEND',
    );
  }
}

/** Rollcall still tries by itself. */
export class DeliveryUnderWay extends Conflict {
  constructor() {
    super(
      'Rollcall is still trying to send this file. Wait until it has been sent or has failed.',
      'DELIVERY_UNDER_WAY',
    );
  }
}
