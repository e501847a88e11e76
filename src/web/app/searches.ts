/** The filters in the address of the list of devices. Several values of one filter are separated by commas. */
export interface DevicesSearch {
  q?: string;
  site?: string;
  region?: string;
  room?: string;
  cart?: string;
  kind?: string;
  /** `all` for every status. By default, devices in use. */
  status?: string;
  model?: string;
  ageFrom?: string;
  ageTo?: string;
  autoUpdateBefore?: string;
  person?: string;
  fundingSource?: string;
  /** States of the best coverage today. */
  coverage?: string;
  sort?: string;
}

export const DEVICES_SEARCH = [
  'q',
  'site',
  'region',
  'room',
  'cart',
  'kind',
  'status',
  'model',
  'ageFrom',
  'ageTo',
  'autoUpdateBefore',
  'person',
  'fundingSource',
  'coverage',
  'sort',
] as const satisfies readonly (keyof DevicesSearch)[];

/** The filters in the address of the list of coverages. */
export interface CoveragesSearch {
  state?: string;
  vendor?: string;
  kind?: string;
  site?: string;
  endsFrom?: string;
  endsTo?: string;
  /** `all`: those that have ended too. */
  show?: string;
  sort?: string;
}

export const COVERAGES_SEARCH = [
  'state',
  'vendor',
  'kind',
  'site',
  'endsFrom',
  'endsTo',
  'show',
  'sort',
] as const satisfies readonly (keyof CoveragesSearch)[];

/** The filters in the address of the claims. */
export interface ClaimsSearch {
  vendor?: string;
  site?: string;
  category?: string;
  /** Id of a device. */
  device?: string;
  /** Deadlines of the district: `late`, or `week` for the next seven days too. */
  due?: string;
  /** Id of a pool of incidents. */
  pool?: string;
  /** `all`: closed and canceled claims too. */
  show?: string;
  /** `clock`: what vendors must answer first. Otherwise, the board by state. */
  view?: string;
  /** A column of the board, on a phone. */
  column?: string;
}

export const CLAIMS_SEARCH = [
  'vendor',
  'site',
  'category',
  'device',
  'due',
  'pool',
  'show',
  'view',
  'column',
] as const satisfies readonly (keyof ClaimsSearch)[];

/** Labels of one device, of a sweep, of an import, or of what a list shows. */
export interface LabelsSearch extends DevicesSearch {
  device?: string;
  sweep?: string;
  import?: string;
}

/** The address of a bulk change: the filters of the list, whether the devices were selected one by one, and the job. */
export interface ChangeManySearch extends DevicesSearch {
  of?: string;
  job?: string;
}

/** The filters in the address of the list of assessments. */
export interface AssessmentsSearch {
  result?: string;
  recommendation?: string;
  overruled?: string;
  hazard?: string;
  rule?: string;
  device?: string;
  sort?: string;
}

export const ASSESSMENTS_SEARCH = [
  'result',
  'recommendation',
  'overruled',
  'hazard',
  'rule',
  'device',
  'sort',
] as const satisfies readonly (keyof AssessmentsSearch)[];

/** The filters in the address of the list of data removals. */
export interface SanitizationsSearch {
  result?: string;
  method?: string;
  sort?: string;
}

export const SANITIZATIONS_SEARCH = [
  'result',
  'method',
  'sort',
] as const satisfies readonly (keyof SanitizationsSearch)[];

/** The filters in the address of the list of lots. */
export interface LotsSearch {
  state?: string;
  route?: string;
  sort?: string;
}

export const LOTS_SEARCH = ['state', 'route', 'sort'] as const satisfies readonly (keyof LotsSearch)[];

/** The filters in the address of the list of board items. */
export interface BoardItemsSearch {
  decision?: string;
  sort?: string;
}

export const BOARD_ITEMS_SEARCH = ['decision', 'sort'] as const satisfies readonly (keyof BoardItemsSearch)[];
