import {
  type FieldKind,
  type FieldSource,
  LAYOUT_FIELD_NAMES,
  LAYOUT_FIELDS,
  type LayoutField,
} from './layout-fields.js';
import { READY_MADE, type ReadyMadeLayout } from './ready-made-layouts.js';

/** A field that a column can have. */
export interface FieldChoice {
  field: LayoutField;
  label: string;
  kind: FieldKind;
  /** `part` fields need one row per part. */
  source: FieldSource;
  /** Whether it has a person's name or address. */
  isPersonal: boolean;
}

/** What somebody who writes a layout can choose from. */
export interface LayoutChoices {
  fields: FieldChoice[];
  readyMade: ReadyMadeLayout[];
}

export function layoutChoices(): LayoutChoices {
  const fields = LAYOUT_FIELD_NAMES.map((field): FieldChoice => {
    const { label, kind, source, isPersonal = false } = LAYOUT_FIELDS[field];
    return { field, label, kind, source, isPersonal };
  });
  return { fields, readyMade: [...READY_MADE] };
}
