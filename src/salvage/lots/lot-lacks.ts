import type { FieldError } from '../../common/refusal.js';
import { TO_OPEN } from '../../devices/devices.errors.js';
import { openGates } from '../../devices/recording/device-clearances.js';
import { type Gate, ROUTE_RULES } from '../../devices/recording/device-lifecycle.js';
import { LOT_ROUTES } from './lot.entities.js';

/** What opens these gates comes after the lot is frozen. */
const LATER: readonly Gate[] = ['board_item', 'signed_lot', 'lessor_receipt'];

/** Why a device on a lot keeps the lot from being frozen: the closed gates of its route, and these. */
export const OTHER_LACKS = ['not_retired', 'held'] as const;
export type Lack = Gate | (typeof OTHER_LACKS)[number];

const WORDS: Readonly<Record<(typeof OTHER_LACKS)[number], string>> = {
  not_retired: 'The device is not retired. Retire it, or remove it from the lot.',
  held: 'A hold does not allow the device to leave. Lift the hold, or remove the device from the lot.',
};

export function wordsOfLack(lack: Lack): string {
  return lack === 'not_retired' || lack === 'held' ? WORDS[lack] : TO_OPEN[lack];
}

/** One error for each thing that a device lacks. */
export function lackErrors(field: string, code: string | null, lacks: readonly Lack[]): FieldError[] {
  return lacks.map((lack) => ({ field, code: lack, detail: `${code ?? 'A device'}: ${wordsOfLack(lack)}` }));
}

const GATES = LOT_ROUTES.flatMap((route) =>
  ROUTE_RULES[route].gates
    .filter((gate) => !LATER.includes(gate))
    .map((gate) => `('${route}', '${gate}', '${ROUTE_RULES[route].instead?.[gate] ?? gate}')`),
);

/**
 * SQL of what a device `d` on the lot `l` lacks, as an array of texts. `$1` is the district.
 * @param now SQL of this instant
 */
export const lacksOf = (now: string): string => `(
  array_remove(ARRAY[
    CASE WHEN d.status <> 'retired' THEN 'not_retired' END,
    CASE WHEN EXISTS (
      SELECT FROM device_holds h
       WHERE h.district_id = $1 AND h.device_id = d.id AND h.lifted_at IS NULL
         AND h.forbids && ARRAY['dispose', 'change'] AND h.subject_id IS DISTINCT FROM l.id) THEN 'held' END], NULL)
  || ARRAY(
    SELECT r.gate FROM (VALUES ${GATES.join(', ')}) AS r (route, gate, instead)
     WHERE r.route = l.route AND NOT (r.gate = 'sanitized' AND l.wipe_contract IS NOT NULL)
       AND NOT EXISTS (
         SELECT FROM ${openGates('d.id')} g
          WHERE g.gate IN (r.gate, r.instead) AND g.holds_from <= ${now})))`;
