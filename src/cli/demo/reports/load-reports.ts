import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import type { DeviceKind } from '../../../catalogue/kinds.js';
import { ReportOutputs } from '../../../reports/outputs/report-outputs.service.js';
import { ReplacementSettings } from '../../../reports/replacement/replacement-settings.service.js';
import { SavedReports, type SavedReportInput } from '../../../reports/saved/saved-reports.service.js';
import { runJob } from '../../run-job.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { ITS_EMAIL } from '../people/demo-accounts.js';

/** Months in use and cents for a new one, by kind. */
const REPLACEMENTS: Readonly<Record<DeviceKind, [months: number, cents: number]>> = {
  desktop: [84, 82_000],
  laptop: [60, 118_000],
  ipad: [60, 39_500],
  chromebook: [60, 34_500],
  other: [48, 12_000],
};

type Planned = Pick<SavedReportInput, 'name' | 'kind' | 'parameters' | 'schedule'>;

/** Reports that ITS has saved; the first of them is made every month, the last every Monday. */
const REPORTS: readonly Planned[] = [
  {
    name: 'Devices by school',
    kind: 'counts',
    parameters: { groupBy: 'site,kind', status: 'active' },
    schedule: { every: 'month', day: 1, at: '06:00' },
  },
  {
    name: 'Growth since 2010',
    kind: 'growth',
    parameters: { from: '2010-07-01', groupBy: 'kind', status: 'active' },
    schedule: null,
  },
  { name: 'Refresh forecast', kind: 'refresh-forecast', parameters: { years: 6 }, schedule: null },
  {
    name: 'Support load by school',
    kind: 'support-load',
    parameters: {},
    schedule: { every: 'week', weekday: 1, at: '06:30' },
  },
];

/** What the forecast assumes of each kind of device. */
export async function loadReplacements({ session, scope, today }: DemoStage): Promise<void> {
  const settings = session.app.get(ReplacementSettings);
  const known = new Set((await settings.all(scope)).map(({ kind }) => kind));
  for (const [kind, [lifeMonths, priceCents]] of Object.entries(REPLACEMENTS) as [
    DeviceKind,
    [number, number],
  ][])
    if (!known.has(kind))
      await settings.create(scope, {
        kind,
        modelId: null,
        lifeMonths,
        priceCents,
        source: 'Made up for the demo; not a quotation',
        asOf: today,
      });
}

/**
 * Saves the reports of ITS and makes each of them.
 * @param round 1 before the last day of scans, 2 after it: the first report then has two outputs to compare
 */
export async function loadReports(
  stage: DemoStage,
  accounts: ReadonlyMap<string, string>,
  round: 1 | 2,
): Promise<void> {
  const its = await scopeOf(stage, accounts.get(ITS_EMAIL) ?? '');
  for (const report of round === 1 ? REPORTS.slice(0, 1) : REPORTS) {
    stage.signal?.throwIfAborted();
    const id = (await idOf(stage, report.name)) ?? (await save(stage, its, report));
    const wanted = report === REPORTS[0] ? round : 1;
    if ((await outputsOf(stage, id)) < wanted) {
      const job = await stage.session.app.get(ReportOutputs).start(its, id);
      await runJob(stage.session, its.districtId, job.id);
    }
  }
}

async function save({ session }: DemoStage, its: Scope, report: Planned): Promise<string> {
  const saved = await session.app
    .get(SavedReports)
    .create(its, { ...report, recipients: [], formats: ['pdf', 'xlsx'] });
  return saved.id;
}

async function idOf({ session, scope }: DemoStage, name: string): Promise<string | undefined> {
  const [row] = await session.app
    .get(DataSource)
    .query<{ id: string }[]>(`SELECT id FROM saved_reports WHERE district_id = $1 AND name = $2`, [
      scope.districtId,
      name,
    ]);
  return row?.id;
}

async function outputsOf({ session, scope }: DemoStage, reportId: string): Promise<number> {
  const [row] = await session.app
    .get(DataSource)
    .query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM report_outputs WHERE district_id = $1 AND report_id = $2`,
      [scope.districtId, reportId],
    );
  return row?.count ?? 0;
}
