import { LAST_ON } from '../coverages/coverage-state.js';

/** What the values of a field are. Dates are `YYYY-MM-DD`, amounts are integer cents. */
export type FieldKind = 'text' | 'code' | 'integer' | 'cents' | 'date' | 'boolean';

/** Where the value of a field comes from: the claim, one of its parts, or the file itself. */
export type FieldSource = 'claim' | 'part' | 'file';

interface FieldFacts {
  /** What people call it. */
  label: string;
  kind: FieldKind;
  source: FieldSource;
  /** SQL of the value, for fields of the claim, and for fields of the file that a claim may have already. */
  sql?: string;
  /** Further names that vendors use in their templates. */
  synonyms?: readonly string[];
  /** A person's name or address. It leaves the district only if the district allows this for the vendor. */
  isPersonal?: true;
}

/** Slots of the boxes that repair depots send out. */
export const SLOTS_OF_BOX = 10;

const facts = <const F extends Record<string, FieldFacts>>(fields: F): F => fields;

const FIELDS = facts({
  number: {
    label: 'Claim number',
    kind: 'text',
    source: 'claim',
    sql: 'k.number',
    synonyms: [
      'claim',
      'claim no',
      'claim id',
      'case number',
      'ticket',
      'ticket number',
      'work order',
      'slip',
    ],
  },
  reference: {
    label: 'Vendor reference',
    kind: 'text',
    source: 'claim',
    sql: 'k.reference',
    synonyms: ['reference', 'reference number', 'dispatch code', 'service request', 'sr number'],
  },
  rma: {
    label: 'RMA',
    kind: 'text',
    source: 'claim',
    sql: 'k.rma',
    synonyms: ['rma number', 'return authorization'],
  },
  category: {
    label: 'Fault',
    kind: 'code',
    source: 'claim',
    sql: 'k.category',
    synonyms: ['category', 'fault category', 'issue', 'issue type', 'problem type', 'damage type', 'symptom'],
  },
  accidental: {
    label: 'Accident',
    kind: 'boolean',
    source: 'claim',
    sql: 'k.is_accidental',
    synonyms: ['accidental', 'accidental damage', 'adp', 'complete care', 'request complete care'],
  },
  observed: {
    label: 'What is wrong',
    kind: 'text',
    source: 'claim',
    sql: 'k.observed',
    synonyms: [
      'description',
      'problem',
      'problem description',
      'issue description',
      'fault description',
      'observed',
    ],
  },
  tried: {
    label: 'What was tried',
    kind: 'text',
    source: 'claim',
    sql: 'k.tried',
    synonyms: ['troubleshooting', 'troubleshooting steps', 'tried', 'diagnosis'],
  },
  observedAndTried: {
    label: 'What is wrong and what was tried',
    kind: 'text',
    source: 'claim',
    sql: `k.observed || coalesce(' Tried: ' || k.tried, '')`,
    synonyms: ['troubleshooting note', 'notes', 'comments', 'technician note'],
  },
  openedOn: {
    label: 'Claim opened on',
    kind: 'date',
    source: 'claim',
    sql: '(k.opened_at AT TIME ZONE t.time_zone)::date::text',
    synonyms: [
      'date',
      'opened',
      'open date',
      'failure date',
      'date of failure',
      'incident date',
      'date reported',
    ],
  },
  resubmissions: {
    label: 'Times sent again',
    kind: 'integer',
    source: 'claim',
    sql: 'k.resubmissions',
  },
  approvedCost: {
    label: 'Approved cost',
    kind: 'cents',
    source: 'claim',
    sql: 'k.cost_approved_cents',
  },
  serialNumber: {
    label: 'Serial number',
    kind: 'text',
    source: 'claim',
    sql: 'd.serial_number',
    synonyms: ['serial', 'serial no', 'serial #', 's/n', 'sn', 'service tag', 'servicetag', 'device serial'],
  },
  assetTag: {
    label: 'Asset tag',
    kind: 'text',
    source: 'claim',
    sql: 'd.asset_tag',
    synonyms: ['tag', 'asset', 'asset number', 'asset #', 'barcode', 'inventory number'],
  },
  manufacturer: {
    label: 'Manufacturer',
    kind: 'text',
    source: 'claim',
    sql: 'm.manufacturer',
    synonyms: ['make', 'brand', 'maker', 'oem'],
  },
  model: {
    label: 'Model',
    kind: 'text',
    source: 'claim',
    sql: 'm.name',
    synonyms: ['device model', 'model name', 'model number', 'product', 'device'],
  },
  deviceType: {
    label: 'Device type',
    kind: 'code',
    source: 'claim',
    sql: 'd.kind',
    synonyms: ['type', 'device kind', 'product type'],
  },
  purchasedOn: {
    label: 'Purchase date',
    kind: 'date',
    source: 'claim',
    sql: 'd.purchased_on::text',
    synonyms: ['purchased', 'purchased on', 'date of purchase', 'date purchased'],
  },
  purchaseReference: {
    label: 'Purchase reference',
    kind: 'text',
    source: 'claim',
    sql: 'd.purchase_reference',
    synonyms: ['po', 'po number', 'purchase order', 'reference po number'],
  },
  coverageType: {
    label: 'Coverage type',
    kind: 'code',
    source: 'claim',
    sql: 'c.kind',
    synonyms: ['coverage', 'warranty type', 'plan'],
  },
  contractNumber: {
    label: 'Contract number',
    kind: 'text',
    source: 'claim',
    sql: `nullif(c.contract_number, '')`,
    synonyms: ['contract', 'plan number', 'policy number', 'agreement number'],
  },
  coverageEndsOn: {
    label: 'Coverage ends on',
    kind: 'date',
    source: 'claim',
    sql: `(${LAST_ON})::text`,
    synonyms: ['warranty end', 'warranty end date', 'warranty expiration', 'coverage end'],
  },
  district: {
    label: 'District',
    kind: 'text',
    source: 'claim',
    sql: 't.name',
    synonyms: [
      'customer',
      'customer name',
      'company',
      'company name',
      'organization',
      'school district',
      'account',
    ],
  },
  siteCode: {
    label: 'Site code',
    kind: 'text',
    source: 'claim',
    sql: 's.code',
    synonyms: ['site', 'branch', 'location code', 'school code'],
  },
  siteName: {
    label: 'Site name',
    kind: 'text',
    source: 'claim',
    sql: 's.name',
    synonyms: ['school', 'school name', 'location', 'building'],
  },
  shipFromName: {
    label: 'Ships from',
    kind: 'text',
    source: 'claim',
    sql: `coalesce(k.ship_from ->> 'name', s.name)`,
    synonyms: ['ship from', 'ship to', 'ship to name', 'return to'],
  },
  shipFromStreet: {
    label: 'Street',
    kind: 'text',
    source: 'claim',
    sql: `coalesce(k.ship_from ->> 'street', s.street)`,
    synonyms: ['address', 'street', 'address line 1', 'addressline1', 'street address'],
  },
  shipFromCity: {
    label: 'City',
    kind: 'text',
    source: 'claim',
    sql: `coalesce(k.ship_from ->> 'city', s.city)`,
    synonyms: ['city'],
  },
  shipFromState: {
    label: 'State',
    kind: 'text',
    source: 'claim',
    sql: `coalesce(k.ship_from ->> 'state', s.state)`,
    synonyms: ['state'],
  },
  shipFromPostalCode: {
    label: 'ZIP code',
    kind: 'text',
    source: 'claim',
    sql: `coalesce(k.ship_from ->> 'postalCode', s.postal_code)`,
    synonyms: ['zip', 'zip code', 'postal code', 'zip postal code'],
  },
  requestedService: {
    label: 'Requested service',
    kind: 'code',
    source: 'claim',
    sql: 'k.requested_service',
    synonyms: ['service', 'service level', 'service type', 'repair type'],
  },
  contactName: {
    label: 'Contact',
    kind: 'text',
    source: 'claim',
    sql: `coalesce(k.contact ->> 'name', nullif(a.name, ''))`,
    synonyms: ['contact name', 'primary contact name', 'primary contact', 'school contact'],
    isPersonal: true,
  },
  contactEmail: {
    label: 'Contact email',
    kind: 'text',
    source: 'claim',
    sql: `coalesce(k.contact ->> 'email', a.email)`,
    synonyms: ['email', 'email address', 'primary contact email', 'contact e-mail'],
    isPersonal: true,
  },
  contactPhone: {
    label: 'Contact phone',
    kind: 'text',
    source: 'claim',
    sql: `k.contact ->> 'phone'`,
    synonyms: ['phone', 'phone number', 'telephone', 'primary contact phone'],
    isPersonal: true,
  },
  openedByName: {
    label: 'Opened by',
    kind: 'text',
    source: 'claim',
    sql: `nullif(a.name, '')`,
    synonyms: ['technician', 'technician name', 'submitted by', 'requested by'],
    isPersonal: true,
  },
  openedByEmail: {
    label: 'Email of who opened the claim',
    kind: 'text',
    source: 'claim',
    sql: 'a.email',
    synonyms: ['tech email', 'technician email'],
    isPersonal: true,
  },
  borrower: {
    label: 'Who has the device',
    kind: 'text',
    source: 'claim',
    sql: `nullif(btrim(concat_ws(' ', p.given_name, p.family_name)), '')`,
    synonyms: ['student', 'student name', 'user', 'user name', 'borrower', 'assigned to', 'end user'],
    isPersonal: true,
  },
  partNumber: {
    label: 'Part number',
    kind: 'text',
    source: 'part',
    synonyms: ['part', 'part no', 'part #', 'partnumber'],
  },
  partDescription: {
    label: 'Part description',
    kind: 'text',
    source: 'part',
    synonyms: ['part name'],
  },
  partQuantity: {
    label: 'Part quantity',
    kind: 'integer',
    source: 'part',
    synonyms: ['quantity', 'qty', 'part qty'],
  },
  partReturns: {
    label: 'Defective part goes back',
    kind: 'boolean',
    source: 'part',
    synonyms: ['return part', 'part return', 'core return', 'returnable', 'must return'],
  },
  partLine: { label: 'Part line', kind: 'integer', source: 'part', synonyms: ['line', 'part line number'] },
  row: {
    label: 'Row',
    kind: 'integer',
    source: 'file',
    synonyms: ['row number', 'line number', 'no', '#', 'item'],
  },
  box: { label: 'Box', kind: 'text', source: 'file', sql: 'k.box', synonyms: ['box number', 'carton'] },
  slot: { label: 'Slot in the box', kind: 'integer', source: 'file', synonyms: ['slot', 'box slot'] },
  batch: {
    label: 'Batch number',
    kind: 'integer',
    source: 'file',
    synonyms: ['batch', 'shipment', 'shipment number', 'file number'],
  },
  sentOn: {
    label: 'Sent on',
    kind: 'date',
    source: 'file',
    synonyms: ['date sent', 'ship date', 'submitted on'],
  },
});

export type LayoutField = keyof typeof FIELDS;

export const LAYOUT_FIELDS: Readonly<Record<LayoutField, FieldFacts>> = FIELDS;
export const LAYOUT_FIELD_NAMES = Object.keys(FIELDS) as LayoutField[];

/** Whether a field has a person's name or address. */
export function isPersonal(field: LayoutField | null): boolean {
  return field !== null && LAYOUT_FIELDS[field].isPersonal === true;
}
