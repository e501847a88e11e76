import type { Permission, Scope } from '../access/scope.js';
import type { Chart } from '../common/documents/pdf-chart.js';
import type { TableBatches, TableColumn } from '../common/documents/table-writer.js';

/** A column of a report. */
export interface ReportColumn extends TableColumn {
  /** Rows of two outputs are the same row if all their key columns match. */
  isKey?: boolean;
  /** The rule that requires this column, such as `2 CFR 200.313(d)(1)`. */
  source?: string;
}

/** All of a report but its rows. */
export interface ReportHead {
  kind: string;
  title: string;
  /** Calendar date in the district's time zone that the numbers stand for. */
  asOf: string;
  knownAt: Date;
  /** The settings with which it was created, with real dates. */
  parameters: Record<string, unknown>;
  /** Assumptions, sources and what the report leaves out, in reading order. */
  notes: string[];
  columns: ReportColumn[];
  chart: Chart | null;
}

export interface Report {
  head: ReportHead;
  rows: TableBatches;
}

/** A report that can be asked for: what it needs, what it may be told, and how it is made. */
export interface ReportKind<P extends object = object> {
  readonly kind: string;
  readonly title: string;
  /** What it answers, in a sentence. */
  readonly about: string;
  readonly need: Permission;
  /** Its parameters, checked by class-validator as those of a request are. */
  readonly parameters: new () => P;
  /**
   * What can be said of the parameters without making the report. It holds when a report is saved and when it is made.
   * @throws InvalidInput for parameters that contradict each other
   */
  check?(scope: Scope, parameters: P, context: ReportContext): void;
  /** @throws Refusal for parameters that contradict the register */
  run(scope: Scope, parameters: P, context: ReportContext): Promise<Report>;
}

/** What every report is told. */
export interface ReportContext {
  /** Today in the district's time zone. */
  today: string;
  now: Date;
  /** Month, 1 to 12, in which the district's fiscal year begins; a school year begins with it. */
  fiscalYearStarts: number;
}
