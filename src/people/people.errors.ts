import type { CountedFrom } from '../catalogue/retention.js';
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

/** A rule of a funding source that keeps the records of a device. */
export interface KeptForGrant {
  /** Tag or serial number. */
  device: string | null;
  fundingSource: string;
  /** The last day. Null while it is not known. */
  until: string | null;
  years: number;
  /** The day from which the years count. */
  countsFrom: CountedFrom;
  source: string;
}

/** A funding source wants to know who had its devices, such as the Emergency Connectivity Fund (47 CFR 54.1715). */
export class NameKeptForGrant extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'NAME_KEPT_FOR_GRANT';
  constructor({ device, fundingSource, until, years, countsFrom, source }: KeptForGrant) {
    const end =
      until !== null
        ? `before ${until} has passed.`
        : countsFrom === 'disposal'
          ? `until ${years} ${years === 1 ? 'year has' : 'years have'} passed since the device left the district.`
          : 'yet, because the last day is not known. Enter the date of the award at the funding source.';
    super(
      `The records of the device ${device ?? '(void)'} must name the people who had it, because ${fundingSource} paid for it. ` +
        `You cannot delete this person’s name ${end} Source: ${source}.`,
    );
  }
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
