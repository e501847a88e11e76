import type { LotRoute } from '../lot.entities.js';
import type { ObligationKind } from './lot-settlement.entities.js';

/** What is owed after a pick-up, and within how many days unless the contract says otherwise. */
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

/** The obligations of a lot, with the days until each is due. */
export function owedBy({ route, isBatteries, wipeContract }: OwingLot): [ObligationKind, number][] {
  const owed = { ...OWED[route] };
  if (isBatteries) owed.certificate_of_destruction = 30;
  // Of 1,600 iPads that one district sold, 75% were not wiped: a certificate for each serial number is owed.
  if (wipeContract !== null) owed.wipe_certificates = 30;
  return Object.entries(owed) as [ObligationKind, number][];
}
