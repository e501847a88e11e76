import { Injectable, type StreamableFile } from '@nestjs/common';
import { Letterheads } from '../access/letterheads.service.js';
import type { Scope } from '../access/scope.js';
import { type ExportFormat, tableFile } from '../common/table-export.js';
import { inOneBatch, type TableColumn } from '../common/table-writer.js';
import type { SitePlan } from './plan.js';
import type { PlanQuery } from './plans.dto.js';
import { type AllocationPlan, AllocationPlans } from './plans.service.js';

/** A plan as a document, with its sums above the sites. */
@Injectable()
export class PlanExport {
  constructor(
    private readonly plans: AllocationPlans,
    private readonly letterheads: Letterheads,
  ) {}

  async file(scope: Scope, query: PlanQuery, format: ExportFormat): Promise<StreamableFile> {
    const plan = await this.plans.plan(scope, query);
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
    number('Pupils', ({ pupils }) => pupils),
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

function notesOf({ unit, totals, technicians, otherwise, isOutsideYears }: AllocationPlan): string[] {
  const dollars = (cents: number | null): string =>
    cents === null ? 'no price for some sites' : `$${(cents / 100).toLocaleString('en-US')}`;
  return [
    `${totals.covered} sites covered, ${totals.notCovered} not; ${totals.recommended.toLocaleString('en-US')} ${unit} a week` +
      ` recommended, which is ${totals.fullTimeEquivalents.toFixed(1)} full-time technicians`,
    `${technicians.count} technicians are at home at these sites: ${technicians.fullTimeEquivalents.toFixed(1)} full-time`,
    `entitled ${totals.entitled}, purchased ${totals.purchased}, requested ${totals.requested}, missing ${totals.shortfall}`,
    ...totals.costs.map(({ option, cents }) => `cost ${option}: ${dollars(cents)}`),
    ...(totals.extrasCents > 0 ? [`extras: ${dollars(totals.extrasCents)}`] : []),
    ...(otherwise ? [`a site without any: ${otherwise}`] : []),
    ...(isOutsideYears ? ['the model was not made for this school year'] : []),
  ];
}
