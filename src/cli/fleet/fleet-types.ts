/** What the district counts by (DESIGN section 1). */
export type DeviceKind = 'desktop' | 'laptop' | 'ipad' | 'chromebook' | 'other';

export const DEVICE_KINDS = ['desktop', 'laptop', 'ipad', 'chromebook', 'other'] as const;

/** A school, office or warehouse that devices stand at. */
export interface FleetSite {
  /** The site's own code; a 14-digit CDS code for a Californian school. */
  code: string;
  name: string;
  /** elementary, k8, middle, high, span, other, office or warehouse; anything else is taken as `other`. */
  type: string;
  pupils: number;
  /** First day on the books; before it no device goes there. Absent: it was always there. */
  openedOn?: string;
}

/** A product as a school bought it. */
export interface FleetModel {
  manufacturer: string;
  name: string;
  kind: DeviceKind;
  platform: 'chromeos' | 'ipados' | 'macos' | 'windows' | 'other';
  /** First and last day on which a school could order it, to about a month. */
  soldFrom: string;
  soldTo: string;
  /** A plausible education price of its time, before tax; not a quotation. */
  priceCents: number;
  expectedLifeMonths: number;
}

/** The statuses of a fleet's device; `void` is for mistakes and has no place in a story. */
export type FleetStatus = 'in_stock' | 'deployed' | 'in_repair' | 'missing' | 'retired' | 'disposed';

/** Required of a move to `missing`: a theft has the number of its police report. */
export type Loss = { how: 'lost' } | { how: 'stolen'; policeReport: string };

/** Every disposal is of the route `historical`: the story tells what an import would bring, not what passed our gates. */
export interface Disposal {
  route: 'historical';
  how: 'sold' | 'recycled' | 'written_off' | 'kept_by_vendor';
}

/** The first step. Stock that was there when the register began is `opened`, the rest `purchased`. */
export interface EnterStep {
  on: string;
  type: 'enter';
  site: string;
  status: 'in_stock' | 'deployed';
  cause: 'opened' | 'purchased';
}

export type PlainStepType = 'deploy' | 'return' | 'repair' | 'repaired' | 'retire' | 'reuse' | 'find';

/**
 * One thing that happens to a device on one day; days of one device strictly rise.
 * `site` is there when the step also takes the device to another site: one event, not two.
 */
export type LifeStep =
  | EnterStep
  | { on: string; type: PlainStepType; site?: string }
  | { on: string; type: 'transfer'; site: string }
  | { on: string; type: 'lose'; site?: string; detail: Loss }
  | { on: string; type: 'dispose'; site?: string; detail: Disposal };

/** The status after each step; `transfer` changes the site alone, `enter` brings its own. */
export const STATUS_AFTER = {
  deploy: 'deployed',
  return: 'in_stock',
  repair: 'in_repair',
  repaired: 'deployed',
  retire: 'retired',
  reuse: 'in_stock',
  dispose: 'disposed',
  lose: 'missing',
  find: 'in_stock',
} as const satisfies Record<Exclude<LifeStep['type'], 'enter' | 'transfer'>, FleetStatus>;

export interface FundingSource {
  name: string;
  /** The federal award's number (2 CFR 200.211); only federal money has one. */
  fain?: string;
  federalSharePercent?: number;
}

/** One device, with its whole life up to the last day of the story. */
export interface FleetDevice {
  index: number;
  assetTag: string;
  serialNumber: string;
  macAddress?: string;
  imei?: string;
  model: FleetModel;
  purchasedOn: string;
  /** When it was received and put on the books; for a purchased device the day of its `enter` step. */
  inServiceOn: string;
  costCents: number;
  purchaseReference: string;
  fundingSource: FundingSource;
  /** Where it stands now, when it is deployed or on a school's shelf; a cart always has its room. */
  room?: string;
  cart?: string;
  steps: LifeStep[];
  final: { status: FleetStatus; site: string; statusOn: string };
}

export interface FleetOptions {
  sites: FleetSite[];
  /** Plain story only, where it is required: exactly so many devices. */
  devices?: number;
  /** `plain` unless said otherwise. */
  story?: 'irvine' | 'plain';
  /** The day of the opening load: 2010-07-01 unless said otherwise, 2010-01-01 at the earliest. */
  from?: string;
  /** The last day that anything may happen on. */
  to: string;
  seed?: number;
  /** What asset tags begin with: `IUSD` in the Irvine story, else `TAG`. */
  tagPrefix?: string;
}
