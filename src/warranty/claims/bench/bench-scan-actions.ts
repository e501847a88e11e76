import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import type { DeviceInput } from '../../../devices/planning/device-input.js';
import type {
  ActionRefusal,
  ActionRows,
  ActionScan,
  ScanAction,
  ScanQuestion,
} from '../../../scanning/actions/scan-action.js';
import type { ShipmentDirection } from './claim-shipment.entity.js';
import type { ClaimShipments } from './claim-shipments.js';

const TRACKING: ScanQuestion = {
  name: 'tracking',
  label: { en: 'Tracking number', es: 'Número de rastreo' },
  maxLength: 100,
  isRequired: false,
};

/** What technicians scan at the bench when claimed devices go to their vendors and come back. */
export function benchScanActions(shipments: ClaimShipments): ScanAction[] {
  return [
    {
      name: 'ship_to_vendor',
      label: { en: 'Ship to vendor', es: 'Enviar al proveedor' },
      help: {
        en: 'Record that a device with an open claim leaves for its vendor. The claim must be ready.',
        es: 'Registra que un dispositivo con un reclamo abierto sale hacia su proveedor. El reclamo debe estar listo.',
      },
      done: { en: 'Shipped to vendor', es: 'Enviado al proveedor' },
      permission: 'warranty:edit',
      fromAnywhere: false,
      fields: ['site', 'note'],
      required: [],
      questions: [
        TRACKING,
        {
          name: 'box',
          label: { en: 'Box', es: 'Caja' },
          help: {
            en: 'If several devices go in one box.',
            es: 'Si varios dispositivos van en la misma caja.',
          },
          maxLength: 50,
          isRequired: false,
        },
      ],
      changesPlace: false,
      statusAfter: 'in_repair',
      // It is in no room and no cart any more. Whoever has it keeps it.
      change: () => ({ status: 'in_repair', room: null, cart: null }),
      rows: rowsOf('out', shipments),
    },
    {
      name: 'back_from_vendor',
      label: { en: 'Back from vendor', es: 'Devuelto por el proveedor' },
      help: {
        en: 'Record that a claimed device came back from its vendor. If it works, it goes to stock.',
        es: 'Registra que un dispositivo con reclamo volvió del proveedor. Si funciona, pasa al inventario.',
      },
      done: { en: 'Back from vendor', es: 'Devuelto por el proveedor' },
      permission: 'warranty:edit',
      // A warehouse takes in what schools sent.
      fromAnywhere: true,
      fields: ['site', 'room', 'note'],
      required: ['site'],
      questions: [
        {
          name: 'works',
          label: { en: 'Does it work?', es: '¿Funciona?' },
          choices: [
            { value: 'yes', label: { en: 'Yes', es: 'Sí' } },
            { value: 'no', label: { en: 'No, or not tested yet', es: 'No, o aún sin probar' } },
          ],
          isRequired: true,
        },
        TRACKING,
      ],
      changesPlace: true,
      change: ({ site, room, answers }): DeviceInput => {
        const place = room === undefined ? { site } : { site, room, cart: null };
        return { ...place, status: answers?.['works'] === 'yes' ? 'in_stock' : 'in_repair' };
      },
      rows: rowsOf('back', shipments),
    },
  ];
}

function rowsOf(direction: ShipmentDirection, shipments: ClaimShipments): ActionRows {
  return {
    judge: (tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<(ActionRefusal | null)[]> =>
      shipments.judge(tx, scope, direction, scans),
    write: (tx, scope, scans) => shipments.write(tx, scope, direction, scans),
    takeBack: (tx, scope, { scanId }) => shipments.takeBack(tx, scope, scanId),
  };
}
