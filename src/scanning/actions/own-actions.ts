import type { DeviceInput } from '../../devices/planning/device-input.js';
import type { ScanAction, ScanSaid } from './scan-action.js';

/** A place that is named in part empties the rest of it: who is put into a room is in no cart any more. */
function place({ site, room, cart }: ScanSaid): DeviceInput {
  if (room === undefined && cart === undefined) return { site };
  return cart === undefined ? { site, room, cart: null } : { site, room, cart };
}

const ONLY_SEEN = {
  fromAnywhere: true,
  fields: ['site', 'room'],
  required: [],
  changesPlace: false,
  change: () => null,
} as const;

const STAYS_THERE = { fromAnywhere: false, required: [], changesPlace: true } as const;

/** What every district scans; other modules add theirs. */
export const OWN_ACTIONS: readonly ScanAction[] = [
  {
    ...ONLY_SEEN,
    name: 'seen',
    label: { en: 'Seen', es: 'Visto' },
    help: { en: 'It is here. Nothing about it changes.', es: 'Está aquí. No cambia nada.' },
    done: { en: 'Seen', es: 'Visto' },
  },
  {
    name: 'move',
    label: { en: 'Move here', es: 'Mover aquí' },
    help: { en: 'From anywhere to this place.', es: 'De cualquier lugar a este.' },
    done: { en: 'Moved here', es: 'Movido aquí' },
    fromAnywhere: true,
    fields: ['site', 'room', 'cart'],
    required: ['site'],
    changesPlace: true,
    // What was missing and stands here is found.
    change: (said, { status }) => ({
      ...place(said),
      ...(status === 'missing' ? { status: 'in_stock' as const } : {}),
    }),
  },
  {
    ...STAYS_THERE,
    name: 'deploy',
    label: { en: 'Deploy', es: 'Asignar' },
    help: {
      en: 'Into use: in a room, in a cart or with a person.',
      es: 'En uso: en un aula, en un carrito o con una persona.',
    },
    done: { en: 'Deployed', es: 'Asignado' },
    fields: ['site', 'room', 'cart', 'person', 'dueOn'],
    statusAfter: 'deployed',
    change: ({ holder, dueOn, ...said }) => ({ ...place(said), status: 'deployed', holder, dueOn }),
  },
  {
    ...STAYS_THERE,
    name: 'return',
    label: { en: 'Return', es: 'Devolver' },
    help: { en: 'Back into stock, from whoever had it.', es: 'De vuelta al almacén, de quien lo tenía.' },
    done: { en: 'Returned', es: 'Devuelto' },
    fields: ['site', 'room', 'note'],
    statusAfter: 'in_stock',
    change: (said) => ({ ...place(said), status: 'in_stock', holder: null }),
  },
  {
    ...STAYS_THERE,
    name: 'repair',
    label: { en: 'To repair', es: 'A reparar' },
    help: { en: 'It goes to be repaired.', es: 'Se envía a reparar.' },
    done: { en: 'Sent to repair', es: 'Enviado a reparar' },
    fields: ['site', 'room', 'note'],
    statusAfter: 'in_repair',
    change: (said) => ({ ...place(said), status: 'in_repair' }),
  },
  {
    ...STAYS_THERE,
    name: 'retire',
    label: { en: 'Retire', es: 'Retirar' },
    help: { en: 'It is not used any more.', es: 'Ya no se usa.' },
    done: { en: 'Retired', es: 'Retirado' },
    fields: ['site', 'room', 'note'],
    statusAfter: 'retired',
    change: (said) => ({ ...place(said), status: 'retired' }),
  },
  {
    ...ONLY_SEEN,
    name: 'count',
    label: { en: 'Count', es: 'Contar' },
    help: { en: 'Counts what stands here, once each.', es: 'Cuenta lo que hay aquí, una vez cada uno.' },
    done: { en: 'Counted', es: 'Contado' },
  },
];
