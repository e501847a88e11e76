/** Devices that an answer names. */
export const MOST_EXAMPLES = 20;

/** A device, and the coverage that a rule gives it. */
export interface RuledDevice {
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  /** First and last day by the rule. Null if the device does not have the date from which the rule counts. */
  startsOn: string | null;
  endsOn: string | null;
  /** The last day before. Null if the rule has no coverage on the device yet. */
  endsOnBefore: string | null;
}

/** How many devices, and up to 20 of them in the order of their tags. */
export interface RuledDevices {
  devices: number;
  examples: RuledDevice[];
}

/** What a rule does to the devices that it is for, or would do. */
export interface RuleEffect {
  ruleId: string;
  /** Version of the rule. */
  version: number;
  /** Id of this application. Null for a rehearsal, and if nothing had to be added or changed. */
  runId: string | null;
  add: RuledDevices;
  change: RuledDevices;
  /** Devices whose coverage stays as it is, also because a person corrected or withdrew it. */
  unchanged: RuledDevices;
  /** Devices without the date from which the rule counts. They get no coverage. */
  withoutDate: RuledDevices;
}

/** A coverage that an undo left as it is. */
export interface KeptCoverage {
  coverageId: string;
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  detail: string;
}

/** What the undo of an application did. */
export interface RuleUndo {
  ruleId: string;
  /** Id of the application that was undone. */
  runId: string;
  /** Coverages that the application added. They are withdrawn. */
  withdrawn: number;
  /** Coverages that the application changed. They are as they were before. */
  restored: number;
  /** Coverages that somebody changed since, so that they stay as they are: how many, and up to 20 of them. */
  kept: { coverages: number; examples: KeptCoverage[] };
}
