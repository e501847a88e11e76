import { defineSteps, reachBySite } from '../../steps/step-machine.js';
import type { Subject } from '../../steps/step-writes.js';
import { LOT_STATES, type LotRoute, type LotState } from './lot.entities.js';

/** The facts of a locked lot that its steps need. */
export interface LotFacts {
  number: number;
  name: string;
  route: LotRoute;
  siteId: string;
  recipientId: string | null;
  isBatteries: boolean;
  place: string | null;
  /** Calendar date. */
  wasteSince: string | null;
  note: string | null;
  wipeContract: string | null;
  wipeCertificate: string | null;
  /** Calendar date. */
  wipeCertificateUntil: string | null;
  boardItemId: string | null;
  manifestCsvId: string | null;
  pickedUpAt: Date | null;
}

/** A lot under its lock. */
export type LockedLot = Subject<LotState, LotFacts>;

const needs = 'salvage:approve';

/** The states and steps of a lot. Until the pick-up, its devices are in the district. */
export const LOT_STEPS = defineSteps<LotState, LotFacts>({
  kind: 'lot',
  table: 'lots',
  name: 'The lot',
  codes: { notFound: 'LOT_NOT_FOUND', wrongState: 'LOT_WRONG_STATE' },
  noteField: 'note',
  states: LOT_STATES,
  starts: 'open',
  ways: [
    { step: 'freeze', from: 'open', to: 'frozen', needs },
    { step: 'approve', from: 'frozen', to: 'approved', needs },
    { step: 'disapprove', from: 'approved', to: 'frozen', needs, needsNote: true },
    // The driver signs at the dock, where a technician stands.
    { step: 'pick_up', from: 'approved', to: 'picked_up', needs: 'salvage:edit' },
    { step: 'settle', from: 'picked_up', to: 'settled', needs },
    { step: 'cancel', from: ['open', 'frozen', 'approved'], to: 'cancelled', needs, needsNote: true },
  ],
  reach: reachBySite('t.site_id'),
  columns: {
    number: 't.number',
    name: 't.name',
    route: 't.route',
    siteId: 't.site_id',
    recipientId: 't.recipient_id',
    isBatteries: 't.is_batteries',
    place: 't.place',
    wasteSince: 't.waste_since::text',
    note: 't.note',
    wipeContract: 't.wipe_contract',
    wipeCertificate: 't.wipe_certificate',
    wipeCertificateUntil: 't.wipe_certificate_until::text',
    boardItemId: 't.board_item_id',
    manifestCsvId: 't.manifest_csv_id',
    pickedUpAt: 't.picked_up_at',
  },
});
