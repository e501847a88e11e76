import { explainConstraint } from '../common/constraint-refusals.js';
import { Conflict, InvalidInput, NotFound } from '../common/refusal.js';

explainConstraint(
  'sites_code_unique',
  (code) => new Conflict(`There is a site with the code ${code} already.`, 'SITE_CODE_TAKEN'),
);
explainConstraint(
  'rooms_name_unique',
  (name) => new Conflict(`This site has a room called "${name}" already.`, 'ROOM_NAME_TAKEN'),
);
explainConstraint(
  'carts_name_unique',
  (name) => new Conflict(`This site has a cart called "${name}" already.`, 'CART_NAME_TAKEN'),
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
      'A site cannot close before it opened.',
      [{ field: 'closedOn', code: 'BEFORE_OPENING', detail: 'on the day of opening or later' }],
      'SITE_DATES_DISORDERED',
    );
  }
}

/** A value of one field cannot be used. */
export function wrongField(field: string, code: string, detail: string): InvalidInput {
  return new InvalidInput(`${field}: ${detail}.`, [{ field, code, detail }]);
}
