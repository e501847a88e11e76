import { Injectable, type StreamableFile } from '@nestjs/common';
import { Letterheads } from '../../access/letterheads.service.js';
import type { Scope } from '../../access/scope.js';
import { dollars } from '../../common/dollars.js';
import { groupBy } from '../../common/group-by.js';
import { inStatedDecimals } from '../../common/http/stated-decimals.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import { inOneBatch, type TableColumn } from '../../common/documents/table-writer.js';
import type { SitePlan } from './plan.js';
import type { PlanQuery } from './plans.dto.js';
import { type AllocationPlan, AllocationPlans } from './plans.service.js';

/** Sites that the notes of a plan name of each reason; the table has them all. */
const MOST_NAMED = 30;

/** A plan as a document, with its sums above the sites. */
@Injectable()
export class PlanExport {
  constructor(
    private readonly plans: AllocationPlans,
    private readonly letterheads: Letterheads,
  ) {}

  async file(scope: Scope, query: PlanQuery, format: ExportFormat): Promise<StreamableFile> {
    const plan = inStatedDecimals(await this.plans.plan(scope, query));
    const columns = columnsOf(plan);
    const table = await this.letterheads.forList(
      scope,
      `Plan ${plan.schoolYear}: ${plan.modelName}`,
      columns.map(({ column }) => column),
    );
    const rows = plan.sites.map((site) => columns.map(({ cell }) => cell(site)));
    const name = `plan-${plan.model}-${plan.schoolYear}`;
    const about = {
      title: 'About',
      lines: notesOf(plan).map((note, i): [string, string] => [String(i + 1), note]),
    };
    return tableFile(name, format, { ...table, notes: notesOf(plan), about }, inOneBatch(rows));
  }
}

interface PlanColumn {
  column: TableColumn;
  cell: (site: SitePlan) => unknown;
}

function columnsOf({ unit, totals }: AllocationPlan): PlanColumn[] {
  const text = (header: string, cell: PlanColumn['cell']): PlanColumn => ({
    column: { header, type: 'text' },
    cell,
  });
  const number = (header: string, cell: PlanColumn['cell']): PlanColumn => ({
    column: { header, type: 'number' },
    cell,
  });
  const cents = (header: string, cell: PlanColumn['cell']): PlanColumn => ({
    column: { header, type: 'cents' },
    cell,
  });
  return [
    text('Site', ({ site }) => site),
    text('Name', ({ name }) => name),
    text('Type', ({ type }) => type),
    number('Enrolled students', ({ pupils }) => pupils),
    number(`Recommended (${unit} a week)`, ({ recommended }) => recommended),
    number('Entitled', ({ entitled }) => entitled),
    number('Purchased', ({ purchased }) => purchased),
    number('Requested', ({ requested }) => requested),
    number('Shortfall', ({ shortfall }) => shortfall),
    ...totals.costs.map(({ option }, i) => cents(`Cost ${option}`, ({ costs }) => costs[i]?.cents)),
    cents('Extras', ({ extrasCents }) => extrasCents),
    text('Not covered because', ({ notCovered }) => notCovered?.detail),
  ];
}

function notesOf(plan: AllocationPlan): string[] {
  const { unit, totals, technicians, otherwise, isOutsideYears } = plan;
  const number = (amount: number): string => amount.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return [
    `The model covers ${totals.covered} sites and does not cover ${totals.notCovered}. It recommends ` +
      `${number(totals.recommended)} ${unit} a week, the work of ${number(totals.fullTimeEquivalents)} full-time technicians.`,
    `These sites are the home sites of ${technicians.count} technicians, ${number(technicians.fullTimeEquivalents)} full-time.`,
    `In ${unit} a week: ${number(totals.entitled)} entitled, ${number(totals.purchased)} purchased, ` +
      `${number(totals.requested)} requested, ${number(totals.shortfall)} short.`,
    ...totals.costs.map(
      ({ option, cents }) =>
        `Cost of ${option}: ${cents === null ? 'some sites have no price' : dollars(cents)}.`,
    ),
    ...(totals.extrasCents > 0 ? [`Extras: ${dollars(totals.extrasCents)}.`] : []),
    ...(otherwise ? [`A site without any hours or days gets: ${otherwise}.`] : []),
    ...(isOutsideYears ? ['This model was not made for this school year.'] : []),
    ...leftOut(plan),
  ];
}

/** Who is not covered, by why: a column of a printed page is too narrow for it. */
function leftOut({ sites }: AllocationPlan): string[] {
  const left = groupBy(
    sites.filter(({ notCovered }) => notCovered),
    ({ notCovered }) => notCovered?.detail ?? '',
  );
  return [...left].map(
    ([why, some]) =>
      `Not covered, because ${why}: ${some
        .slice(0, MOST_NAMED)
        .map(({ name }) => name)
        .join(', ')}${some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : ''}.`,
  );
}
