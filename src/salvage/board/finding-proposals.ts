import { dollars } from '../../common/dollars.js';
import { type DisposalRoute } from '../../devices/statuses.js';
import { type Finding, findingOn } from './findings.js';

/** Why Rollcall proposes a finding, or none. */
export const PROPOSAL_REASONS = [
  'no_devices',
  'lease_return',
  'public_agency',
  'donation',
  'recycling',
  'within_limit',
  'above_limit',
  'value_unknown',
  'routes_differ',
] as const;
export type ProposalReason = (typeof PROPOSAL_REASONS)[number];

/** What leaves together by one board item. */
export interface ProposedFor {
  routes: readonly DisposalRoute[];
  devices: number;
  /** By the latest assessments, in cents, of the devices that have one. */
  valueCents: number;
  /** Devices whose value is not known. */
  unvalued: number;
}

/** A finding that may suit some lots. A person decides. */
export interface FindingProposal extends ProposedFor {
  /** Null if no finding suits all of the lots, or none is needed. */
  finding: Finding | null;
  reason: ProposalReason;
  /** The reason in a sentence. */
  detail: string;
  /** What all of it together may be worth for a private sale (Education Code 17546(a)), in cents. */
  limitCents: number;
}

/** In the order in which they are tried. Each is proposed only if it covers the routes of all lots. */
const COVERING: readonly { finding: Finding; reason: ProposalReason; for: readonly DisposalRoute[] }[] = [
  { finding: '17540', reason: 'public_agency', for: ['agency_transfer'] },
  { finding: '17546_c', reason: 'donation', for: ['donate', 'recycle'] },
];

/**
 * The finding of the Education Code that suits what leaves (`design/salvage.md`): a sale to a public agency (17540), a
 * donation or the recycler for what is not worth a sale (17546(c)), a private sale up to the limit (17546(a)), or a sale
 * with notice (17545). Not legal advice.
 * @param day calendar date of the meeting
 */
export function proposeFinding(lots: ProposedFor, day: string): FindingProposal {
  const limitCents = findingOn('17546_a', day).mostCents ?? 0;
  const [finding, reason] = judge(lots, limitCents);
  return { ...lots, finding, reason, detail: WORDS[reason](lots, limitCents), limitCents };
}

function judge(
  { routes, devices, valueCents, unvalued }: ProposedFor,
  limitCents: number,
): [Finding | null, ProposalReason] {
  if (devices === 0) return [null, 'no_devices'];
  if (routes.every((route) => route === 'lease_return')) return [null, 'lease_return'];
  const isWithin = unvalued === 0 && valueCents <= limitCents;
  // What could be sold for more is not worthless, even if it goes to the recycler.
  if (routes.every((route) => route === 'recycle') && isWithin) return ['17546_c', 'recycling'];
  const covering = COVERING.find((one) => routes.every((route) => one.for.includes(route)));
  if (covering && !routes.every((route) => route === 'recycle')) return [covering.finding, covering.reason];
  const sale: readonly DisposalRoute[] = ['sell', 'recycle', 'trade_in'];
  if (!routes.every((route) => sale.includes(route))) return [null, 'routes_differ'];
  if (isWithin) return ['17546_a', 'within_limit'];
  return ['17545', valueCents > limitCents ? 'above_limit' : 'value_unknown'];
}

const WORDS: Readonly<Record<ProposalReason, (lots: ProposedFor, limitCents: number) => string>> = {
  no_devices: () => 'Name lots that have devices. Rollcall then proposes a finding.',
  lease_return: () => 'A lease return needs no board item, because the devices are not the district’s.',
  public_agency: () => 'A sale to a public agency needs no notice and no bids.',
  donation: () =>
    'The devices are donated or recycled. The board finds that they are worth less than a sale would cost.',
  recycling: ({ valueCents }) =>
    `All devices together are worth ${dollars(valueCents)} by their latest assessments. The board finds that a sale would cost more.`,
  within_limit: ({ valueCents }, limitCents) =>
    `All devices together are worth ${dollars(valueCents)} by their latest assessments. Up to ${dollars(limitCents)} may be sold without notice.`,
  above_limit: ({ valueCents }, limitCents) =>
    `The devices together are worth ${dollars(valueCents)} by their latest assessments. Above ${dollars(limitCents)}, a sale needs notice.`,
  value_unknown: ({ unvalued }) =>
    `The value of ${unvalued.toLocaleString('en-US')} ${unvalued === 1 ? 'device' : 'devices'} is not known, so Rollcall proposes a sale with notice. Assess the devices to know their value.`,
  routes_differ: () => 'No finding covers the routes of all these lots. Make a board item for each route.',
};
