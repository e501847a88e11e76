import type { ScanSaid } from '../journal/database.js';
import type { FieldAction } from '../journal/field-actions.js';
import { wordsIn } from '../common/words.js';
import type { Asked } from './use-scanning.js';

/** What is picked before scanning; kept so that a reload does not lose it. */
export interface Picked {
  action: string;
  site?: string;
  room?: string;
  cart?: string;
  person?: string;
  dueOn?: string;
  note?: string;
  /** By the name of the question. */
  answers?: Record<string, string>;
}

/** What goes into the journal of what was picked: only what belongs to the action. */
function saidBy(picked: Picked, action: FieldAction | undefined): ScanSaid {
  const fields = action?.fields ?? [];
  const said = fields.flatMap((field) => (picked[field]?.trim() ? [[field, picked[field].trim()]] : []));
  const answers = (action?.questions ?? []).flatMap(({ name }) => {
    const given = picked.answers?.[name]?.trim();
    return given ? [{ question: name, answer: given }] : [];
  });
  return {
    action: picked.action,
    ...Object.fromEntries(said),
    ...(answers.length > 0 ? { answers } : {}),
  } as ScanSaid;
}

/** What goes with the next scan, or what must be picked before it. */
export function askedBy(picked: Picked, actions: readonly FieldAction[]): Asked {
  const action = actions.find(({ name }) => name === picked.action);
  const missing = missingFrom(picked, action);
  return missing === undefined ? saidBy(picked, action) : { missing };
}

function missingFrom(picked: Picked, action: FieldAction | undefined): string | undefined {
  if (!action) return 'Choose what a scan means first.';
  if (action.required.includes('site') && !picked.site) return 'Choose the site first: where is “here”?';
  if (action.required.includes('person') && !picked.person?.trim()) return 'Enter the person first.';
  const open = action.questions.find(({ name, isRequired }) => isRequired && !picked.answers?.[name]?.trim());
  return open && `Answer “${wordsIn(open.label)}” first.`;
}
