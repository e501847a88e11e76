import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import type { ActionRefusal, ActionScan, ScanAction } from '../../../scanning/actions/scan-action.js';
import { LotBench } from './lot-bench.js';

/** The scan actions for putting devices on lots and for picking up a lot. */
export function lotScanActions(bench: LotBench): ScanAction[] {
  const usual = {
    permission: 'salvage:edit',
    // A warehouse collects devices that still belong to the schools that sent them.
    fromAnywhere: true,
    required: [],
    changesPlace: false,
    suitsRetired: true,
    change: () => null,
  } as const;
  return [
    {
      ...usual,
      name: 'add_to_lot',
      label: { en: 'Add to lot', es: 'Agregar a un lote' },
      help: {
        en: 'Put each device on an open lot that will leave the district.',
        es: 'Agregue cada dispositivo a un lote que saldrá del distrito. El lote debe estar abierto.',
      },
      done: { en: 'On the lot', es: 'En el lote' },
      fields: ['site'],
      questions: [
        {
          name: 'lot',
          label: { en: 'Number of the lot', es: 'Número del lote' },
          maxLength: 10,
          isRequired: true,
        },
        { name: 'pallet', label: { en: 'Pallet', es: 'Palé' }, maxLength: 50, isRequired: false },
        {
          name: 'condition',
          label: { en: 'Condition', es: 'Estado' },
          help: { en: 'In words, or as a grade.', es: 'En palabras o como calificación.' },
          maxLength: 100,
          isRequired: false,
        },
      ],
      rows: {
        judge: (tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<(ActionRefusal | null)[]> =>
          bench.judgeAdding(tx, scope, scans),
        write: (tx, scope, scans) => bench.add(tx, scope, scans),
        takeBack: (tx, scope, { scanId }) => bench.takeBackAdding(tx, scope, scanId),
      },
    },
    {
      ...usual,
      name: 'check_out_of_lot',
      label: { en: 'Pick-up: check out', es: 'Recogida: verificar' },
      help: {
        en: 'Scan each device of an approved lot while it is loaded. Before the driver signs, the page lists the devices that you did not scan.',
        es: 'Escanee cada dispositivo de un lote aprobado mientras se carga. La página muestra lo que falta antes de que firme el conductor.',
      },
      done: { en: 'Checked out', es: 'Verificado' },
      fields: ['site'],
      rows: {
        judge: (tx, scope, scans) => bench.judgeChecking(tx, scope, scans),
        write: (tx, scope, scans) => bench.check(tx, scope, scans),
        takeBack: (tx, scope, { scanId }) => bench.takeBackChecking(tx, scope, scanId),
      },
    },
  ];
}
