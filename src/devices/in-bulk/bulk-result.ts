export interface Refused {
  id: string;
  code: string;
  detail: string;
}

export interface Changed {
  id: string;
  /** Field → [before, after]. */
  changes: Record<string, [unknown, unknown]>;
  /** Names for the ids in the changes. */
  names: Record<string, string>;
}

export interface BulkTally {
  changeSetId: string;
  changed: number;
  unchanged: number;
  refused: number;
  refusals: Refused[];
  /** How many devices change in each field. */
  fields: Record<string, number>;
  /** In a rehearsal, the first devices that would change, with the names of what is not in the records yet. */
  examples: Changed[];
}

/** What a job keeps: ids, and no names of people. */
export interface StoredResult extends BulkTally {
  rehearsed: boolean;
}

/** What a bulk change did, or what it would do if it was only rehearsed. */
export interface BulkResult extends Omit<BulkTally, 'refusals' | 'examples'> {
  /** True if this was only a rehearsal and nothing was changed. */
  rehearsed: boolean;
  /** Up to 1,000 refused devices, each with its tag or serial number. */
  refusals: (Refused & { device: string | null })[];
  /** In a rehearsal, up to 20 devices that would change, with names for the ids in their changes. */
  examples: (Changed & { device: string | null })[];
}
