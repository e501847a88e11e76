import type { ScanSaid } from '../journal/database.js';

export type Field = 'site' | 'room' | 'cart' | 'person' | 'dueOn' | 'note';

export interface ScanActionChoice {
  name: string;
  label: string;
  help: string;
  fields: readonly Field[];
}

/** What a technician can mean by a scan: picked once, for many. */
export const ACTIONS: readonly ScanActionChoice[] = [
  { name: 'seen', label: 'Seen', help: 'It is here. Nothing about it changes.', fields: ['site', 'room'] },
  {
    name: 'move',
    label: 'Move here',
    help: 'From anywhere to this place.',
    fields: ['site', 'room', 'cart'],
  },
  {
    name: 'deploy',
    label: 'Deploy',
    help: 'Into use: in a room, in a cart or with a person.',
    fields: ['site', 'room', 'cart', 'person', 'dueOn'],
  },
  {
    name: 'return',
    label: 'Return',
    help: 'Back into stock, from whoever had it.',
    fields: ['site', 'room', 'note'],
  },
  { name: 'repair', label: 'To repair', help: 'It goes to be repaired.', fields: ['site', 'room', 'note'] },
  { name: 'retire', label: 'Retire', help: 'It is not used any more.', fields: ['site', 'room', 'note'] },
  { name: 'count', label: 'Count', help: 'Counts what stands here, once each.', fields: ['site', 'room'] },
];

/** What is picked before scanning; kept so that a reload does not lose it. */
export interface Picked {
  action: string;
  site?: string;
  room?: string;
  cart?: string;
  person?: string;
  dueOn?: string;
  note?: string;
}

/** What goes into the journal of what was picked: only what belongs to the action. */
export function saidBy(picked: Picked): ScanSaid {
  const fields = ACTIONS.find(({ name }) => name === picked.action)?.fields ?? [];
  const said = fields.flatMap((field) => (picked[field]?.trim() ? [[field, picked[field].trim()]] : []));
  return { action: picked.action, ...Object.fromEntries(said) } as ScanSaid;
}
