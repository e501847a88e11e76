import type { FieldError } from '../../common/refusal.js';
import { TO_OPEN } from '../../devices/devices.errors.js';
import { openGates } from '../../devices/recording/device-clearances.js';
import { type Gate, ROUTE_RULES } from '../../devices/recording/device-lifecycle.js';
import { hasSwollenBattery } from '../assessment/latest-assessment.js';
import { LOT_ROUTES } from './lot.entities.js';

/** These gates open only after the lot is frozen, so they do not keep it from being frozen. */
const LATER: readonly Gate[] = ['board_item', 'signed_lot', 'lessor_receipt'];

/** Why a device keeps its lot from being frozen: the closed gates of the route, and these reasons. */
const OTHER_LACKS = ['not_retired', 'held', 'swollen_battery', 'no_swollen_battery'] as const;
type OtherLack = (typeof OTHER_LACKS)[number];
export type Lack = Gate | OtherLack;

const WORDS: Readonly<Record<OtherLack, string>> = {
  not_retired: 'The device is not retired. Retire it, or remove it from the lot.',
  held: 'The device is on hold. Lift the hold, or remove the device from the lot.',
  swollen_battery:
    'The battery is swollen, so the device must be on a lot for batteries only. Remove it from this lot, and keep it apart.',
  no_swollen_battery:
    'This lot is for swollen batteries, and no assessment says that the battery of this device is swollen. Assess the device, or remove it from the lot.',
};

export function wordsOfLack(lack: Lack): string {
  return lack in WORDS ? WORDS[lack as OtherLack] : TO_OPEN[lack as Gate];
}

/** One error for each thing that a device lacks. */
export function lackErrors(field: string, code: string | null, lacks: readonly Lack[]): FieldError[] {
  return lacks.map((lack) => ({ field, code: lack, detail: `${code ?? 'A device'}: ${wordsOfLack(lack)}` }));
}

const GATES = LOT_ROUTES.flatMap((route) =>
  ROUTE_RULES[route].gates.filter((gate) => !LATER.includes(gate)).map((gate) => `('${route}', '${gate}')`),
);

/**
 * SQL of what a device `d` on the lot `l` lacks, as an array of texts. A contract by which the recipient removes the data
 * counts for its own lot only. `$1` is the district.
 * @param now SQL of this instant
 */
export const lacksOf = (now: string): string => `(
  array_remove(ARRAY[
    CASE WHEN d.status <> 'retired' THEN 'not_retired' END,
    CASE WHEN EXISTS (
      SELECT FROM device_holds h
       WHERE h.district_id = $1 AND h.device_id = d.id AND h.lifted_at IS NULL
         AND h.forbids && ARRAY['dispose', 'change'] AND h.subject_id IS DISTINCT FROM l.id) THEN 'held' END,
    CASE WHEN ${hasSwollenBattery('d.id')} <> l.is_batteries
         THEN CASE WHEN l.is_batteries THEN 'no_swollen_battery' ELSE 'swollen_battery' END END], NULL)
  || ARRAY(
    SELECT r.gate
      FROM (SELECT coalesce(array_agg(g.gate), '{}') AS gates FROM ${openGates('d.id')} g
             WHERE NOT g.is_spent AND g.holds_from <= ${now}) opened,
           (VALUES ${GATES.join(', ')}) AS r (route, gate)
     WHERE r.route = l.route AND NOT (r.gate = 'sanitized' AND l.wipe_contract IS NOT NULL)
       AND r.gate <> ALL (opened.gates)))`;
