import { explainConstraint } from '../common/constraint-refusals.js';
import { Conflict, NotFound, Refusal } from '../common/refusal.js';

explainConstraint(
  'people_external_id_unique',
  (id) => new Conflict(`There is already a person with the ID ${id}.`, 'PERSON_EXTERNAL_ID_TAKEN'),
);

/** Not there, of another district, or out of reach: all look the same. */
export class PersonNotFound extends NotFound {
  constructor() {
    super('The person', 'PERSON_NOT_FOUND');
  }
}

/** The person's name is gone, and is not to come back. */
export class PersonRedacted extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'PERSON_REDACTED';
  constructor() {
    super('The name of this person was deleted for good, so it cannot be entered again.');
  }
}

/** A hold that keeps the name of somebody who has, or had, a device. */
export interface NameHold {
  id: string;
  kind: string;
  owner: string;
  reason: string;
  /** Tag or serial number. */
  device: string | null;
}

/** A grant or a court asks for the holder's full name (47 CFR 54.1715: ten years). */
export class NameHeld extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'NAME_HELD';
  constructor(hold: NameHold) {
    super(
      `A ${hold.kind} hold on the device ${hold.device ?? '(void)'} does not allow you to delete this person’s name. ` +
        `Reason: ${hold.reason}. Owner of the hold: ${hold.owner}.`,
    );
    this.errors.push({ field: 'hold', code: 'HELD', detail: hold.id });
  }
}
