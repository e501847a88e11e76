import {
  heldBack,
  type ImportContext,
  movedOn,
  type RowFields,
  type RowNote,
  type RowOutcome,
  type RowProblem,
  type StagedRow,
} from '../../../imports/import-kind.js';
import { mergeFields } from '../../../imports/field-merge.js';
import { inactiveVendor } from '../../../vendors/vendors.errors.js';
import type { CoverageSource } from '../coverage.entity.js';
import type { CoverageKind, OnReplacement } from '../coverage-terms.js';
import type { RowDevice } from './coverage-devices.js';
import { exclusionsIn, isNoWarranty, kindOf, problem, serviceLevelOf, textOf } from './coverage-rows.js';
import {
  type CoverageFacts,
  NO_TERMS,
  type StoredCoverage,
  type WrittenCoverage,
} from './coverage-writes.js';
import { makerDay } from './maker-days.js';

/** A vendor that a file names. */
export interface NamedVendor {
  id: string;
  name: string;
  timeZone: string;
  /** False where the district no longer deals with it: it provides no new coverage. */
  isActive: boolean;
}

/** What makes a coverage this one and no other. */
type CoverageIdentity = Pick<
  WrittenCoverage,
  'deviceId' | 'vendorId' | 'kind' | 'startsOn' | 'contractNumber'
>;

/** A row whose device, vendor and days are known. */
interface ReadCoverage {
  identity: CoverageIdentity;
  given: Partial<CoverageFacts> & { endsOn: string };
  notes: RowNote[];
}

/** What is to be done for one row. */
export interface CoveragePlan {
  outcome: RowOutcome;
  add?: WrittenCoverage;
  update?: WrittenCoverage;
}

/** Who says what rows say: the file of an import, or the maker that was asked. */
export interface Saying {
  source: 'file' | 'look_up';
  /** The import, or the job of the look-up. */
  sourceId: string;
  /** Begins a sentence, such as `The file`. */
  who: string;
}

/** The coverages of the devices of some rows. */
export class KnownCoverages {
  private readonly own = new Map<string, StoredCoverage>();
  /** By persons, and nothing has been said of the same coverage since. */
  private readonly withdrawn = new Set<string>();
  private readonly ofOthers = new Map<string, StoredCoverage[]>();
  /** Rows of this lot by what they are, so that a later row for the same coverage is found. */
  private readonly rows = new Map<string, number>();

  constructor(coverages: readonly StoredCoverage[], source: Saying['source']) {
    for (const coverage of coverages) {
      if (coverage.isWithdrawn) this.withdrawn.add(keyOf(coverage));
      else if (coverage.source === source) this.own.set(keyOf(coverage), coverage);
      else this.ofOthers.set(coverage.deviceId, [...(this.ofOthers.get(coverage.deviceId) ?? []), coverage]);
    }
  }

  /** What the same source said of it before. */
  saidBefore(identity: CoverageIdentity): StoredCoverage | undefined {
    return this.own.get(keyOf(identity));
  }

  isWithdrawn(identity: CoverageIdentity): boolean {
    return this.withdrawn.has(keyOf(identity));
  }

  /** What others said of the same coverage. One without a contract number may be any. */
  besides(identity: CoverageIdentity): StoredCoverage[] {
    return (this.ofOthers.get(identity.deviceId) ?? []).filter(
      (other) =>
        other.vendorId === identity.vendorId &&
        other.kind === identity.kind &&
        other.startsOn === identity.startsOn &&
        (other.contractNumber === identity.contractNumber ||
          other.contractNumber === '' ||
          identity.contractNumber === ''),
    );
  }

  /** The earlier row of the lot that is the same coverage; the row counts as seen from now on. */
  earlierRow(identity: CoverageIdentity, rowNo: number): number | undefined {
    const key = keyOf(identity);
    const earlier = this.rows.get(key);
    if (earlier === undefined) this.rows.set(key, rowNo);
    return earlier;
  }
}

function keyOf({ deviceId, vendorId, kind, contractNumber, startsOn }: CoverageIdentity): string {
  return [deviceId, vendorId, kind, startsOn, contractNumber].join(' ');
}

const WITHDRAWN_NOTE: RowNote = {
  column: null,
  code: 'WITHDRAWN_BY_PERSON',
  detail:
    'A person withdrew this coverage, so Rollcall did not add it again. To have it again, enter it on the page of the device.',
};

/** Decides about one row. */
export function planCoverage(
  saying: Saying,
  mode: ImportContext['mode'],
  row: StagedRow,
  device: RowDevice,
  vendor: NamedVendor | undefined,
  known: KnownCoverages,
): CoveragePlan {
  const { fields, rowNo, newId } = row;
  const nothing = { rowNo, targetId: null, targetVersion: null };
  // The note was made when the row was read.
  if (isNoWarranty(fields)) return { outcome: { ...nothing, outcome: 'unchanged' } };
  const read = readCoverage(fields, device, vendor);
  if (Array.isArray(read)) return { outcome: { ...nothing, outcome: 'refused', problems: read } };
  const { identity, given, notes } = read;
  const earlier = known.earlierRow(identity, rowNo);
  if (earlier !== undefined) {
    const detail = `Row ${earlier} of this file is the same coverage of the same device. Keep one of the two rows.`;
    return {
      outcome: { ...nothing, outcome: 'refused', problems: [{ column: null, code: 'REPEATED', detail }] },
    };
  }
  const current = known.saidBefore(identity);
  if (!current && known.isWithdrawn(identity))
    return { outcome: { ...nothing, outcome: 'unchanged', notes: [...notes, WITHDRAWN_NOTE] } };
  if (!current && vendor && !vendor.isActive)
    return { outcome: { ...nothing, outcome: 'refused', problems: [inactiveProblem(vendor.name)] } };
  const id = current?.id ?? newId;
  const result = { rowNo, targetId: id, targetVersion: current?.version ?? null };
  if (mode === 'commit' && movedOn(row, id, result.targetVersion)) return { outcome: heldBack(rowNo, id) };
  const { after, changes } = mergeFields<CoverageFacts>(
    current ?? { ...NO_TERMS, endsOn: given.endsOn },
    given,
    [],
  );
  notes.push(...known.besides(identity).flatMap((other) => besideNote(saying, other, after)));
  const told = notes.length > 0 ? { notes } : {};
  const written = { ...after, ...identity, id, sourceId: saying.sourceId };
  if (!current) return { outcome: { ...result, outcome: 'add', ...told }, add: written };
  if (Object.keys(changes).length === 0) return { outcome: { ...result, outcome: 'unchanged', ...told } };
  const said = { ...changes, sourceId: [current.sourceId, saying.sourceId] as [unknown, unknown] };
  return { outcome: { ...result, outcome: 'change', changes: said, ...told }, update: written };
}

/** A row adds something of a vendor that the district no longer deals with. */
export function inactiveProblem(name: string): RowProblem {
  const { message, code } = inactiveVendor('vendor', name);
  return problem('vendor', code, message);
}

/** What a row says, or why it cannot be kept. */
function readCoverage(
  fields: RowFields,
  device: RowDevice,
  vendor: NamedVendor | undefined,
): ReadCoverage | RowProblem[] {
  const problems: RowProblem[] = 'problem' in device ? [device.problem] : [];
  if (!vendor) {
    const detail = `There is no vendor with the name or the key "${textOf(fields, 'vendor')}". Check the name, or add the vendor first.`;
    problems.push(problem('vendor', 'UNKNOWN_VENDOR', detail));
  }
  if (!vendor || 'problem' in device) return problems;
  const notes: RowNote[] = [];
  const startsOn = dayOf(fields, 'startsOn', 'first', vendor, notes) ?? '';
  const endsOn = dayOf(fields, 'endsOn', 'last', vendor, notes) ?? '';
  if (endsOn < startsOn) {
    const detail = `The last day, ${endsOn}, is before the first day, ${startsOn}. Correct one of the two dates.`;
    return [problem('endsOn', 'BEFORE_START', detail)];
  }
  const kind = kindOf(fields) as CoverageKind;
  const serviceLevel = serviceLevelOf(fields);
  notes.push(...descriptionNotes(fields, kind, serviceLevel));
  const cancelledOn =
    fields['cancelledOn'] === null ? null : dayOf(fields, 'cancelledOn', 'last', vendor, notes);
  const excluded = fields['excludes'] === null ? '' : textOf(fields, 'excludes');
  return {
    identity: {
      deviceId: device.deviceId,
      vendorId: vendor.id,
      kind,
      startsOn,
      contractNumber: textOf(fields, 'contractNumber') ?? '',
    },
    given: {
      endsOn,
      serviceLevel,
      cancelledOn,
      incidentsAYear: numberOf(fields, 'incidentsAYear'),
      incidentsInTotal: numberOf(fields, 'incidentsInTotal'),
      deductibleCents: numberOf(fields, 'deductibleCents'),
      repairCapCents: numberOf(fields, 'repairCapCents'),
      waitingDays: numberOf(fields, 'waitingDays') ?? undefined,
      excludes: excluded === undefined ? undefined : exclusionsIn(excluded).excludes.join(', '),
      onReplacement: textOf(fields, 'onReplacement') as OnReplacement | undefined,
    },
    notes,
  };
}

/** A number, null where the cell says `CLEAR`, and undefined where it says nothing. */
function numberOf(fields: RowFields, name: string): number | null | undefined {
  const value = fields[name];
  return typeof value === 'number' || value === null ? value : undefined;
}

/** The day in a cell, in the maker's time zone, with a note where the cell held an instant. */
function dayOf(
  fields: RowFields,
  name: string,
  end: 'first' | 'last',
  vendor: NamedVendor,
  notes: RowNote[],
): string | undefined {
  const text = textOf(fields, name);
  if (text === undefined) return undefined;
  const given = textOf(fields, 'timeZone');
  const timeZone = given ?? vendor.timeZone;
  const { day, wasInstant } = makerDay(text, end, timeZone);
  if (wasInstant) {
    const whose = given ? 'the time zone in this row' : `the time zone of ${vendor.name}`;
    const detail = `The file has "${text}". In ${timeZone}, ${whose}, the ${end} day is ${day}, so Rollcall reads that day.`;
    notes.push({ column: name, code: 'INSTANT_READ_AS_DAY', detail });
  }
  return day;
}

/** What was found in the maker's description, because no column says it. */
function descriptionNotes(
  fields: RowFields,
  kind: string,
  serviceLevel: string | null | undefined,
): RowNote[] {
  const description = textOf(fields, 'description');
  if (description === undefined) return [];
  const read: string[] = [];
  if (textOf(fields, 'kind') === undefined) read.push(`the type "${spaced(kind)}"`);
  if (serviceLevel && textOf(fields, 'serviceLevel') === undefined)
    read.push(`the service level "${spaced(serviceLevel)}"`);
  if (read.length === 0) return [];
  const detail = `The file says "${description}". Rollcall reads ${read.join(' and ')}. To use another one, fill in that column.`;
  return [{ column: 'description', code: 'READ_FROM_DESCRIPTION', detail }];
}

const spaced = (word: string): string => word.replaceAll('_', ' ');

const WHO: Record<CoverageSource, string> = {
  person: 'A person',
  rule: 'A rule',
  look_up: 'A look-up',
  file: 'A file',
};

const TERMS: Record<keyof CoverageFacts, string> = {
  endsOn: 'last day',
  cancelledOn: 'day of the cancellation',
  serviceLevel: 'service level',
  incidentsAYear: 'incidents a year',
  incidentsInTotal: 'incidents in all',
  deductibleCents: 'deductible',
  repairCapCents: 'repair cap',
  waitingDays: 'waiting days',
  excludes: 'exclusions',
  onReplacement: 'effect of a replacement',
};

/** What another one said of the same coverage is kept beside it; the reader is told where the two differ. */
function besideNote({ who: says }: Saying, other: StoredCoverage, after: CoverageFacts): RowNote[] {
  const who = `${WHO[other.source]} entered the same coverage`;
  const keeps =
    'Rollcall keeps both. Compare them on the page of the device, and withdraw the one that is wrong.';
  if (other.endsOn !== after.endsOn) {
    const detail = `${who} with another last day, ${other.endsOn}. ${says} says ${after.endsOn}. ${keeps}`;
    return [{ column: 'endsOn', code: 'KEPT_BESIDE', detail }];
  }
  const names = Object.keys(TERMS) as (keyof CoverageFacts)[];
  const differing = names.filter((name) => other[name] !== after[name]).map((name) => TERMS[name]);
  if (differing.length === 0) return [];
  const detail = `${who} with other terms: ${differing.join(', ')}. ${keeps}`;
  return [{ column: null, code: 'KEPT_BESIDE', detail }];
}
