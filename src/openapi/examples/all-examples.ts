import type { Examples } from './bodies.js';
import { CLAIM_FILE_EXAMPLES } from './claim-file-examples.js';
import { FIELD_EXAMPLES } from './field-examples.js';
import { REGISTER_EXAMPLES } from './register-examples.js';
import { SALVAGE_EXAMPLES } from './salvage-examples.js';
import { SUPPORT_EXAMPLES } from './support-examples.js';
import { VENDOR_DESK_EXAMPLES } from './vendor-desk-examples.js';
import { WARRANTY_EXAMPLES } from './warranty-examples.js';

export const EXAMPLES: Examples = {
  ...REGISTER_EXAMPLES,
  ...SUPPORT_EXAMPLES,
  ...FIELD_EXAMPLES,
  ...WARRANTY_EXAMPLES,
  ...CLAIM_FILE_EXAMPLES,
  ...VENDOR_DESK_EXAMPLES,
  ...SALVAGE_EXAMPLES,
};
