import type { LotRoute } from '../lot.entities.js';
import type { ObligationKind } from './lot-settlement.entities.js';

/** What the recipient owes after a pick-up, and within how many days. The contract can say another day. */
const OWED: Readonly<Record<LotRoute, Partial<Record<ObligationKind, number>>>> = {
  recycle: { certificate_of_recycling: 30, weights: 30 },
  sell: { price: 30, payment: 60 },
  trade_in: { price: 30, payment: 60 },
  donate: { recipient_receipt: 30 },
  agency_transfer: { recipient_receipt: 30 },
  lease_return: {},
};

interface OwingLot {
  route: LotRoute;
  isBatteries: boolean;
  wipeContract: string | null;
}

/** The obligations of a lot, with the number of days until each is due. */
export function owedBy({ route, isBatteries, wipeContract }: OwingLot): [ObligationKind, number][] {
  const owed = { ...OWED[route] };
  if (isBatteries) owed.certificate_of_destruction = 30;
  // One district sold 1,600 iPads, and 75% were not wiped. So the recipient owes a certificate for each serial number.
  if (wipeContract !== null) owed.wipe_certificates = 30;
  return Object.entries(owed) as [ObligationKind, number][];
}
