import { explainConstraint } from '../../common/constraint-refusals.js';
import { Conflict, type FieldError, InvalidInput, NotFound } from '../../common/refusal.js';

explainConstraint('claim_layouts_key_unique', (key) => {
  const detail = `There is already a layout with the key "${key}". Enter another key.`;
  return new Conflict(detail, 'LAYOUT_KEY_TAKEN', [{ field: 'key', code: 'LAYOUT_KEY_TAKEN', detail }]);
});
explainConstraint('claim_layouts_name_unique', () => {
  const detail = 'There is already a layout with this name. Enter another name.';
  return new Conflict(detail, 'LAYOUT_NAME_TAKEN', [{ field: 'name', code: 'LAYOUT_NAME_TAKEN', detail }]);
});

/** Not there, or of another district. */
export class LayoutNotFound extends NotFound {
  constructor() {
    super('The layout', 'LAYOUT_NOT_FOUND');
  }
}

/** The layout contradicts itself; `errors` names each column. */
export class LayoutUnusable extends InvalidInput {
  constructor(errors: FieldError[]) {
    super(errors[0]?.detail ?? 'This layout cannot be used.', errors, 'LAYOUT_UNUSABLE');
  }
}

/** A request names a layout that the district does not have. */
export function unknownLayout(field: string, key: string): InvalidInput {
  const detail = `There is no layout with the key "${key}". Check the key, or add the layout first.`;
  return new InvalidInput(detail, [{ field, code: 'UNKNOWN_LAYOUT', detail }]);
}

/** A vendor gets its claims by this layout. */
export class LayoutInUse extends Conflict {
  constructor(vendors: readonly string[]) {
    super(
      `These vendors still use the layout: ${vendors.join(', ')}. Choose another layout for them first.`,
      'LAYOUT_IN_USE',
    );
  }
}
