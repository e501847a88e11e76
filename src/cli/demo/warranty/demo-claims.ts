import type { FaultCategory } from '../../../warranty/claims/claim.entity.js';
import type { ClaimStepBody } from '../../../warranty/claims/claims.dto.js';

/** A claim of the demo, and how far it has come. */
export interface DemoClaim {
  category: FaultCategory;
  isAccidental?: boolean;
  observed: string;
  tried?: string;
  /** Days before today on which it was started. */
  daysAgo: number;
  /** Goes to the depot next door in its first or second batch. */
  batch?: 1 | 2;
  /** Each with the days that passed since the step before. */
  steps: (ClaimStepBody & { after: number })[];
}

type Steps = DemoClaim['steps'];

const READY: Steps = [{ after: 0, step: 'ready' }];
const sent = (reference: string): Steps => [...READY, { after: 1, step: 'send', reference }];
const acknowledged = (reference: string, rma: string): Steps => [
  ...sent(reference),
  { after: 1, step: 'acknowledge', rma },
];
const begun = (reference: string, rma: string): Steps => [
  ...acknowledged(reference, rma),
  { after: 2, step: 'start' },
];

const DARK = { category: 'screen', observed: 'The screen stays dark. The lid was not damaged.' } as const;
const KEYS = { category: 'keyboard', observed: 'Several keys do not respond.' } as const;
const CRACKED = { category: 'screen', isAccidental: true, observed: 'The screen is cracked.' } as const;

/** From the oldest to the newest, so that their numbers follow their days. */
export const DEMO_CLAIMS: readonly DemoClaim[] = [
  {
    ...DARK,
    tried: 'An external monitor works.',
    daysAgo: 58,
    steps: [
      ...begun('SR-40117', 'RMA-8801'),
      { after: 6, step: 'resolve', outcome: 'repaired', costInvoicedCents: 0 },
      { after: 3, step: 'close', reason: 'Tested at the school. It works.' },
    ],
  },
  {
    ...CRACKED,
    daysAgo: 51,
    steps: [
      ...acknowledged('SR-40160', 'RMA-8812'),
      { after: 3, step: 'deny', denialReason: 'cosmetic', reason: 'The photo shows a scratch only.' },
      { after: 5, step: 'close' },
    ],
  },
  {
    category: 'battery',
    observed: 'The battery lasts less than an hour.',
    daysAgo: 44,
    steps: [
      ...begun('SR-40231', 'RMA-8834'),
      { after: 5, step: 'resolve', outcome: 'part_shipped', costInvoicedCents: 0 },
      { after: 2, step: 'close' },
    ],
  },
  {
    ...KEYS,
    daysAgo: 37,
    steps: [{ after: 2, step: 'cancel', reason: 'The keys only needed to be cleaned.' }],
  },
  {
    category: 'charging_port',
    observed: 'It charges only if the plug is held at an angle.',
    tried: 'Two other chargers.',
    daysAgo: 29,
    steps: [...begun('SR-40388', 'RMA-8890'), { after: 9, step: 'resolve', outcome: 'repaired' }],
  },
  {
    category: 'liquid',
    isAccidental: true,
    observed: 'A student spilled juice on the keyboard.',
    daysAgo: 27,
    steps: [...acknowledged('SR-40395', 'RMA-8895'), { after: 6, step: 'deny', denialReason: 'liquid' }],
  },
  {
    category: 'power',
    observed: 'It does not turn on.',
    tried: 'Held the power button for a minute, and charged it overnight.',
    daysAgo: 24,
    steps: [
      ...begun('SR-40412', 'RMA-8902'),
      { after: 4, step: 'wait', reason: 'Remove the management lock before we replace the mainboard.' },
    ],
  },
  { ...DARK, daysAgo: 20, steps: begun('SR-40455', 'RMA-8911') },
  {
    category: 'hinge',
    observed: 'The left hinge is loose.',
    daysAgo: 17,
    steps: begun('SR-40460', 'RMA-8915'),
  },
  {
    ...CRACKED,
    daysAgo: 15,
    steps: [
      ...acknowledged('SR-40471', 'RMA-8919'),
      { after: 2, step: 'wait', reason: 'Send a photo of the whole device.' },
    ],
  },
  { ...KEYS, daysAgo: 13, steps: acknowledged('SR-40498', 'RMA-8927') },
  {
    category: 'trackpad',
    observed: 'The pointer jumps.',
    daysAgo: 10,
    steps: [
      ...acknowledged('SR-40510', 'RMA-8931'),
      { after: 5, step: 'resolve', outcome: 'no_fault_found' },
    ],
  },
  { ...CRACKED, batch: 1, daysAgo: 9, steps: READY },
  { ...KEYS, batch: 1, tried: 'Cleaned the keyboard.', daysAgo: 9, steps: READY },
  {
    category: 'charging_port',
    observed: 'The charging port is loose.',
    batch: 1,
    daysAgo: 8,
    steps: READY,
  },
  { category: 'audio', observed: 'No sound from the speakers.', daysAgo: 6, steps: sent('SR-40533') },
  { ...CRACKED, daysAgo: 5, steps: sent('SR-40541') },
  { category: 'hinge', observed: 'The right hinge is broken.', batch: 2, daysAgo: 5, steps: READY },
  { ...DARK, batch: 2, daysAgo: 4, steps: READY },
  { category: 'camera', observed: 'The camera shows a black picture.', daysAgo: 3, steps: READY },
  { ...DARK, daysAgo: 3, steps: READY },
  { category: 'hinge', observed: 'The lid does not stay open.', daysAgo: 2, steps: READY },
  { ...CRACKED, daysAgo: 2, steps: [] },
  { ...KEYS, tried: 'Cleaned the keyboard.', daysAgo: 1, steps: [] },
  { category: 'battery', observed: 'The battery is not recognized.', daysAgo: 1, steps: [] },
  { category: 'network', observed: 'Wi-Fi drops every few minutes.', daysAgo: 1, steps: [] },
];
