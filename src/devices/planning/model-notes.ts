import type { RowNote } from '../../imports/import-kind.js';
import type { DeviceInput } from './device-input.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import { isRenamed, type MakerSource, type ModelChoice } from './model-choice.js';
import { isSameText, UNKNOWN_MAKER } from '../../catalogue/makers.js';
import { saidModel } from '../../catalogue/model-names.js';
import type { ModelRef } from './model-references.js';

/** What is said where a row names no maker, by how Rollcall came to one. */
const WHOSE: Readonly<Record<Exclude<MakerSource, 'said'>, readonly [code: string, why: string]>> = {
  device: ['MAKER_KEPT', 'Rollcall kept the manufacturer that the device has'],
  brand: ['MAKER_FROM_MODEL', 'Rollcall took the only one that makes such a model'],
  catalog: ['MAKER_FROM_CATALOG', 'Rollcall took the only one in your catalog that has a model of this name'],
  nobody: ['MAKER_UNKNOWN', 'Rollcall does not know who makes this model'],
};

/** What a row should know of the model that it gets: its maker, its name, and whether it is new. */
export function notesOfModel(
  input: DeviceInput,
  choice: ModelChoice,
  model: ModelRef,
  current: ModelRef | undefined,
): RowNote[] {
  const notes: RowNote[] = [];
  if (isRenamed(input.manufacturer, model.manufacturer))
    notes.push({
      column: 'manufacturer',
      code: 'MAKER_RENAMED',
      detail: `The row says "${input.manufacturer}". Rollcall calls this manufacturer ${model.manufacturer}.`,
    });
  if (choice.source !== 'said' && model.id !== current?.id) {
    const [code, why] = WHOSE[choice.source];
    notes.push({
      column: 'manufacturer',
      code,
      detail: `The row names no manufacturer. ${why}: ${model.manufacturer}. To change it, fill in the manufacturer.`,
    });
  }
  const name = input.model && saidModel(input.manufacturer ?? null, input.model).name;
  if (name && !isSameText(name, model.name))
    notes.push({
      column: 'model',
      code: 'MODEL_RENAMED',
      detail: `The row says "${input.model}". Your catalog calls this model ${model.manufacturer} ${model.name}.`,
    });
  if (model.isNew) notes.push(...notesOfNewModel(input.kind ?? choice.kind, model));
  return notes;
}

function notesOfNewModel(kind: DeviceKind | undefined, model: ModelRef): RowNote[] {
  const maker =
    model.manufacturer === UNKNOWN_MAKER ? 'of an unknown manufacturer' : `of ${model.manufacturer}`;
  const added: RowNote = {
    column: 'model',
    code: 'MODEL_ADDED',
    detail: `Your catalog had no model "${model.name}" ${maker}. Rollcall added it as a ${model.kind}.`,
  };
  if (kind) return [added];
  const detail = `The row names no kind. Judging by its name, "${model.name}" is a ${model.kind}. If that is wrong, enter the kind.`;
  return [added, { column: 'kind', code: 'KIND_FROM_NAME', detail }];
}
