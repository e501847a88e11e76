import type { ImportField } from '../../../imports/import-kind.js';
import { DEVICE_FIELDS } from '../../coverages/in-bulk/coverage-devices.js';
import type { FaultCategory } from '../claim.entity.js';

/** Words that districts and help desks use for each kind of fault. */
const CATEGORY_WORDS: Record<FaultCategory, readonly string[]> = {
  screen: ['display', 'lcd', 'cracked screen', 'broken screen', 'screen broken', 'touchscreen'],
  keyboard: ['keys', 'missing keys', 'broken keyboard'],
  trackpad: ['touchpad', 'mouse pad'],
  battery: ['battery not charging', 'swollen battery'],
  power: [
    'no power',
    'does not turn on',
    "doesn't turn on",
    'won’t turn on',
    "won't turn on",
    'will not turn on',
  ],
  charging_port: ['charging', 'charge port', 'usb-c port', 'dc jack', 'not charging', 'does not charge'],
  hinge: ['hinges', 'broken hinge'],
  case: ['casing', 'housing', 'chassis', 'bezel', 'cover'],
  camera: ['webcam'],
  audio: ['sound', 'speaker', 'speakers', 'microphone', 'headphone jack'],
  storage: ['hard drive', 'ssd', 'emmc', 'disk'],
  mainboard: ['motherboard', 'logic board', 'system board'],
  network: ['wifi', 'wi-fi', 'wireless', 'ethernet'],
  liquid: ['liquid damage', 'spill', 'water damage', 'water'],
  software: ['os', 'operating system'],
  other: [],
};

/** What a file may say of a new claim; the order is that of our template. */
export const CLAIM_FIELDS: readonly ImportField[] = [
  ...DEVICE_FIELDS,
  {
    name: 'category',
    header: 'Fault',
    type: 'text',
    required: true,
    oneOf: CATEGORY_WORDS,
    synonyms: ['category', 'fault category', 'problem', 'issue', 'issue type', 'what is broken', 'part'],
  },
  {
    name: 'cause',
    header: 'Cause',
    type: 'text',
    oneOf: {
      defect: ['no accident', 'not accidental', 'hardware failure', 'failure'],
      accident: ['accidental', 'accidental damage', 'adp', 'damage', 'dropped'],
    },
    synonyms: ['accident or defect', 'damage type'],
  },
  {
    name: 'observed',
    header: 'What is wrong',
    type: 'text',
    required: true,
    maxLength: 2000,
    synonyms: ['observed', 'description', 'problem description', 'symptom', 'issue description', 'details'],
  },
  {
    name: 'tried',
    header: 'What was tried',
    type: 'text',
    maxLength: 2000,
    synonyms: ['tried', 'troubleshooting', 'steps taken'],
  },
  {
    name: 'noticedOn',
    header: 'Noticed on',
    type: 'date',
    synonyms: ['date', 'reported on', 'date reported', 'fault date', 'incident date'],
  },
  {
    name: 'vendor',
    header: 'Vendor',
    type: 'text',
    maxLength: 200,
    synonyms: ['vendor key', 'vendor name', 'provider', 'repair vendor'],
  },
  {
    name: 'districtReference',
    header: 'Our reference',
    type: 'text',
    maxLength: 100,
    synonyms: [
      'ticket',
      'ticket number',
      'ticket id',
      'work order',
      'work order number',
      'case number',
      'reference',
    ],
  },
  {
    name: 'staysInUse',
    header: 'Stays in use',
    type: 'boolean',
    synonyms: ['on-site repair', 'stays with user'],
  },
];
