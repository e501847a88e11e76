import { LONGEST_POLICE_REPORT } from '../../devices/recording/device-lifecycle.js';
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

/** The code is typed, or scanned from a charger, a box or a list. The device itself is not there. */
const MISSING: ScanAction = {
  name: 'missing',
  label: { en: 'Report missing', es: 'Reportar extraviado' },
  help: {
    en: 'Report that a device is lost or stolen. Type or scan its code from a box, a charger or a list.',
    es: 'Reporta que un dispositivo se perdió o fue robado. Escriba su código o escanéelo de una caja, un cargador o una lista.',
  },
  done: { en: 'Reported missing', es: 'Reportado como extraviado' },
  fromAnywhere: false,
  fields: ['note'],
  required: [],
  questions: [
    {
      name: 'how',
      label: { en: 'What happened', es: 'Qué pasó' },
      choices: [
        { value: 'lost', label: { en: 'Lost', es: 'Se perdió' } },
        { value: 'stolen', label: { en: 'Stolen', es: 'Fue robado' } },
      ],
      isRequired: true,
    },
    {
      name: 'since',
      label: { en: 'Missing since', es: 'Extraviado desde' },
      type: 'date',
      isRequired: true,
    },
    {
      name: 'policeReport',
      label: { en: 'Police report number', es: 'Número de reporte policial' },
      maxLength: LONGEST_POLICE_REPORT,
      onlyWith: { question: 'how', answer: 'stolen' },
      isRequired: true,
    },
  ],
  changesPlace: false,
  statusAfter: 'missing',
  withoutDevice: true,
  change: ({ answers = {} }) => ({
    status: 'missing',
    missing: answers['how'] === 'stolen' ? 'stolen' : 'lost',
    missingSince: answers['since'],
    policeReportNumber: answers['policeReport'],
  }),
};

/** What every district scans; other modules add theirs. */
export const OWN_ACTIONS: readonly ScanAction[] = [
  {
    ...ONLY_SEEN,
    name: 'seen',
    label: { en: 'Check in place', es: 'Verificar en su lugar' },
    help: {
      en: 'Confirm that the device is here. Nothing else changes.',
      es: 'Confirma que el dispositivo está aquí. No cambia nada más.',
    },
    done: { en: 'Seen here', es: 'Visto aquí' },
  },
  {
    name: 'move',
    label: { en: 'Move here', es: 'Mover aquí' },
    help: {
      en: 'Move the device to this site, room or cart.',
      es: 'Mueve el dispositivo a este sitio, salón o carrito.',
    },
    done: { en: 'Moved here', es: 'Movido aquí' },
    fromAnywhere: true,
    fields: ['site', 'room', 'cart'],
    required: ['site'],
    changesPlace: true,
    findsMissing: true,
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
      en: 'Assign to a room, cart or person.',
      es: 'Asigna el dispositivo a un salón, un carrito o una persona.',
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
    help: {
      en: 'Check the device in. It goes back to stock, and no one has it anymore.',
      es: 'Registra la devolución. El dispositivo vuelve al inventario y ya nadie lo tiene.',
    },
    done: { en: 'Returned', es: 'Devuelto' },
    fields: ['site', 'room', 'note'],
    statusAfter: 'in_stock',
    change: (said) => ({ ...place(said), status: 'in_stock', holder: null }),
  },
  {
    ...STAYS_THERE,
    name: 'repair',
    label: { en: 'Send to repair', es: 'Enviar a reparar' },
    help: { en: 'Mark as in repair.', es: 'Marca el dispositivo como en reparación.' },
    done: { en: 'Sent to repair', es: 'Enviado a reparar' },
    fields: ['site', 'room', 'note'],
    statusAfter: 'in_repair',
    change: (said) => ({ ...place(said), status: 'in_repair' }),
  },
  {
    ...STAYS_THERE,
    name: 'retire',
    label: { en: 'Retire', es: 'Retirar' },
    help: { en: 'Take out of service.', es: 'Pone el dispositivo fuera de servicio.' },
    done: { en: 'Retired', es: 'Retirado' },
    fields: ['site', 'room', 'note'],
    statusAfter: 'retired',
    change: (said) => ({ ...place(said), status: 'retired' }),
  },
  MISSING,
  {
    ...ONLY_SEEN,
    name: 'count',
    label: { en: 'Count', es: 'Contar' },
    help: { en: 'Count each device once.', es: 'Cuenta cada dispositivo una vez.' },
    done: { en: 'Counted', es: 'Contado' },
  },
];
