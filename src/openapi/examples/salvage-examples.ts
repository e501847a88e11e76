import type { Examples } from './bodies.js';

/** What becomes of devices that are no longer needed. */
export const SALVAGE_EXAMPLES: Examples = {
  SanitizationsController_create: {
    deviceIds: ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'],
    medium: 'emmc',
    technique: 'powerwash_titan_c',
    tool: 'ChromeOS',
    toolVersion: '140',
    result: 'completed',
    verifiedBy: 'Ada Byron, technician',
    verification: 'The setup screen came.',
  },
  SanitizationsController_validate: { decision: 'repeat', note: 'One of three samples still had a profile.' },
};
