import { explainConstraint } from '../common/constraint-refusals.js';
import { Conflict, InvalidInput, NotFound } from '../common/refusal.js';

explainConstraint(
  'sites_code_unique',
  (code) => new Conflict(`There is already a site with the code ${code}.`, 'SITE_CODE_TAKEN'),
);
explainConstraint(
  'rooms_name_unique',
  (name) => new Conflict(`This site already has a room called "${name}".`, 'ROOM_NAME_TAKEN'),
);
explainConstraint(
  'carts_name_unique',
  (name) => new Conflict(`This site already has a cart called "${name}".`, 'CART_NAME_TAKEN'),
);
explainConstraint('sites_dates_ordered', () => new SiteDatesDisordered());

/** Not there, of another district, or out of reach: all look the same. */
export class SiteNotFound extends NotFound {
  constructor() {
    super('The site', 'SITE_NOT_FOUND');
  }
}

/** A site would close before it opened. */
export class SiteDatesDisordered extends InvalidInput {
  constructor() {
    super(
      'The closing day of the site is before its opening day. Correct one of the two dates.',
      [{ field: 'closedOn', code: 'BEFORE_OPENING', detail: 'Choose the opening day or a later day.' }],
      'SITE_DATES_DISORDERED',
    );
  }
}

/** A value of one field cannot be used. @param detail a sentence that says what to enter instead */
export function wrongField(field: string, code: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ field, code, detail }]);
}
