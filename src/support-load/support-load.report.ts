import { Injectable } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { assertNotAhead } from '../counts/asked-days.js';
import { IfGiven, SchoolYear } from '../common/http/request-fields.js';
import type { Scope } from '../access/scope.js';
import { rounded } from '../common/http/stated-decimals.js';
import { inOneBatch } from '../common/documents/table-writer.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../reports/report.js';
import { ReportDay, resolveDay } from '../reports/report-days.js';
import { SMALL_SITE, type SiteLoad } from './site-load.js';
import { type SupportLoad, SupportLoadService } from './support-load.service.js';

/** What the load and fairness reports may be told. */
export class LoadParameters {
  /** Devices in use at the end of this day. Today by default. */
  @ReportDay()
  asOf: string = 'today';

  /** Such as `2025-26`; that of the day where nothing is said. */
  @IfGiven()
  @SchoolYear()
  schoolYear?: string;
}

class SupportLoadParameters extends LoadParameters {
  /** Key of a model. By default, the model in force. */
  @IfGiven()
  @IsString()
  @MaxLength(60)
  model?: string;
}

/** Sites of the chart: the most loaded. */
const CHARTED = 24;

const COLUMNS: [ReportColumn, (site: SiteLoad) => unknown][] = [
  [{ header: 'Site', type: 'text', isKey: true }, ({ site }) => site],
  [{ header: 'Name', type: 'text' }, ({ name }) => name],
  [{ header: 'Enrolled students', type: 'integer' }, ({ pupils }) => pupils],
  [{ header: 'Devices', type: 'integer' }, ({ devices }) => devices],
  [
    { header: 'Expected hours a year', type: 'number' },
    ({ expectedMinutes }) => rounded(expectedMinutes / 60, 2),
  ],
  [{ header: 'Hours a week', type: 'number' }, ({ allocatedHours }) => rounded(allocatedHours, 2)],
  [{ header: 'Delivered a week', type: 'number' }, ({ deliveredHours }) => rounded(deliveredHours, 2)],
  [{ header: 'Minutes per hour', type: 'number' }, (site) => rounded(site.minutesPerAllocatedHour, 1)],
  [{ header: 'Per hour delivered', type: 'number' }, (site) => rounded(site.minutesPerDeliveredHour, 1)],
  [{ header: 'Minutes per student', type: 'number' }, ({ minutesPerPupil }) => rounded(minutesPerPupil, 1)],
  [{ header: 'Open repairs', type: 'integer' }, ({ openRepairs }) => openRepairs],
  [{ header: 'Repairs per 100 a year', type: 'number' }, (site) => rounded(site.repairsPer100Devices, 3)],
  [{ header: 'Open claims', type: 'integer' }, ({ openClaims }) => openClaims],
  [{ header: 'Claims a year', type: 'integer' }, ({ claimsAYear }) => claimsAYear],
  [{ header: 'Years old', type: 'number' }, ({ age }) => rounded(age?.years ?? null, 1)],
  [{ header: 'Small', type: 'text' }, ({ isSmall }) => (isSmall ? 'yes' : '')],
];

/** Which schools carry more support load than the hours they are given. */
@Injectable()
export class SupportLoadReport implements ReportKind<SupportLoadParameters> {
  readonly kind = 'support-load';
  readonly title = 'Support load';
  readonly about =
    'The support that the devices of each site need, compared with the hours that the site gets.';
  readonly need = 'counts:read';
  readonly parameters = SupportLoadParameters;

  constructor(private readonly loads: SupportLoadService) {}

  check(_: Scope, { asOf }: SupportLoadParameters, context: ReportContext): void {
    assertNotAhead('asOf', resolveDay(asOf, context), context.today);
  }

  async run(scope: Scope, asked: SupportLoadParameters, context: ReportContext): Promise<Report> {
    const load = await this.loads.find(scope, { ...asked, asOf: resolveDay(asked.asOf, context) });
    const { asOf, knownAt, schoolYear, model, sites } = load;
    const charted = sites
      .filter((site) => !site.isSmall && site.minutesPerAllocatedHour !== null)
      .slice(0, CHARTED);
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${asOf}`,
        asOf,
        knownAt,
        parameters: { ...asked, asOf, schoolYear, model },
        notes: notesOf(load),
        columns: COLUMNS.map(([column]) => column),
        chart: {
          kind: 'bars',
          unit: 'expected minutes for each hour, at the sites with the most',
          labels: charted.map(({ name }) => name),
          series: [
            {
              name: 'Minutes per hour',
              values: charted.map((site) => rounded(site.minutesPerAllocatedHour, 1)),
            },
          ],
        },
      },
      rows: inOneBatch(sites.map((site) => COLUMNS.map(([, cell]) => cell(site)))),
    };
  }
}

function notesOf({
  schoolYear,
  model,
  weeksAYear,
  weightsVersion,
  notRecorded,
  totals,
}: SupportLoad): string[] {
  const hours = (amount: number): string => amount.toLocaleString('en-US', { maximumFractionDigits: 1 });
  return [
    `School year ${schoolYear}, ${model === 'none' ? 'without a model: only hours that were entered for a site or bought' : `model ${model}`}.`,
    `${hours(totals.devices)} devices need ${hours(totals.neededHours)} hours a week. The sites get ${hours(totals.allocatedHours)}` +
      (totals.deliveredHours === null ? '.' : `, and ${hours(totals.deliveredHours)} were delivered.`),
    `Minutes per hour = expected minutes a year ÷ ${weeksAYear} weeks ÷ hours a week. At 60, the hours are just enough.`,
    weightsVersion === 0
      ? 'The weights are the defaults of Rollcall, the same for every kind. Enter your own in the settings.'
      : `The weights are those of the district, version ${weightsVersion}.`,
    `${totals.small} sites have fewer than ${SMALL_SITE} devices and are too small to rank.`,
    ...notRecorded.map(({ detail }) => `Not in these figures: ${detail}.`),
  ];
}
