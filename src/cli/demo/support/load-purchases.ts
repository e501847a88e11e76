import { DataSource } from 'typeorm';
import type { NewAccount } from '../../../access/accounts/accounts.service.js';
import type { Payer, PurchaseState } from '../../../allocation/entities/support-purchase.entities.js';
import { SupportPurchases } from '../../../allocation/purchases/purchases.service.js';
import { SupportAssignments } from '../../../allocation/technicians/assignments.service.js';
import { asOf, instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { shifted } from '../demo-year.js';
import { ITS_EMAIL, PRINCIPALS } from '../people/demo-accounts.js';
import { MODEL_KEY } from './district-model.js';
import { assignedDays } from './load-technicians.js';
import { IN_RESERVE, type PlannedTechnician } from './week-plan.js';

interface Step {
  state: PurchaseState;
  by: 'principal' | 'its';
  note?: string;
  accountString?: string;
}

/** A request of a school for days of help, and how far it has come. */
interface Request {
  principal: NewAccount | undefined;
  amount: number;
  option: 'full-year' | 'second-semester';
  payer: Payer;
  payerName?: string;
  note?: string;
  steps: Step[];
  /** Weekdays on which somebody of the reserve works off what was bought. */
  weekdays?: number[];
}

const ACCOUNT = '01-0000-0-1110-1000-5800-040-0000';
const SUBMIT: Step = { state: 'submitted', by: 'principal' };
const APPROVE: Step = { state: 'approved', by: 'its' };

const REQUESTS: readonly Request[] = [
  {
    principal: PRINCIPALS['northwoodHigh'],
    amount: 2,
    option: 'second-semester',
    payer: 'site',
    note: 'Two more days for state testing in the spring.',
    steps: [],
  },
  {
    principal: PRINCIPALS['portolaHigh'],
    amount: 1,
    option: 'full-year',
    payer: 'site',
    note: 'The new science wing has 14 more classrooms.',
    steps: [SUBMIT],
  },
  {
    principal: PRINCIPALS['sierraVista'],
    amount: 1,
    option: 'second-semester',
    payer: 'categorical',
    payerName: 'Title I',
    steps: [SUBMIT],
  },
  {
    principal: PRINCIPALS['universityHigh'],
    amount: 1,
    option: 'full-year',
    payer: 'site',
    steps: [SUBMIT, APPROVE],
    weekdays: [2],
  },
  {
    principal: PRINCIPALS['irvineHigh'],
    amount: 2,
    option: 'full-year',
    payer: 'site',
    steps: [SUBMIT, APPROVE, { state: 'encumbered', by: 'its', accountString: ACCOUNT }],
    weekdays: [1, 3],
  },
  {
    principal: PRINCIPALS['beaconPark'],
    amount: 1,
    option: 'full-year',
    payer: 'gift',
    payerName: 'Beacon Park PTA',
    note: 'From the spring fundraiser.',
    steps: [SUBMIT, APPROVE],
    weekdays: [4],
  },
  {
    principal: PRINCIPALS['woodbury'],
    amount: 1,
    option: 'second-semester',
    payer: 'gift',
    payerName: 'Woodbury PTA',
    steps: [SUBMIT],
  },
  {
    principal: PRINCIPALS['deerfield'],
    amount: 1,
    option: 'full-year',
    payer: 'site',
    steps: [
      SUBMIT,
      { state: 'draft', by: 'its', note: 'Please ask for the second semester; the first is over half.' },
    ],
  },
  {
    principal: PRINCIPALS['jeffreyTrail'],
    amount: 1,
    option: 'full-year',
    payer: 'site',
    steps: [SUBMIT, { state: 'cancelled', by: 'principal', note: 'The site council chose another project.' }],
  },
];

/** Days before today on which the first request was made; each next one came later, and so did each step. */
const FIRST_REQUEST = 62;
const BETWEEN_REQUESTS = 5;
const BETWEEN_STEPS = 4;

/** Principals ask for help, and ITS decides. Goes on with each request where it was left. */
export async function loadPurchases(
  stage: DemoStage,
  planned: readonly PlannedTechnician[],
  ids: { accounts: ReadonlyMap<string, string>; technicians: ReadonlyMap<string, string> },
): Promise<void> {
  const its = await scopeOf(stage, ids.accounts.get(ITS_EMAIL) ?? '');
  const known = await requestsBySite(stage);
  const technicianId = ids.technicians.get(planned.at(-IN_RESERVE)?.email ?? '') ?? '';
  for (const [at, request] of REQUESTS.entries()) {
    const [site] = request.principal?.sites ?? [];
    const principal = await scopeOf(stage, ids.accounts.get(request.principal?.email ?? '') ?? '');
    if (!site) continue;
    const day = (step: number): Date => {
      const on = shifted(stage.today, -FIRST_REQUEST + at * BETWEEN_REQUESTS + step * BETWEEN_STEPS);
      return instantOf(stage.scope.timeZone, on, '10:20');
    };
    const purchases = stage.session.app.get(SupportPurchases);
    const { amount, option, payer, payerName = null, note = null, steps } = request;
    const { id, version } =
      known.get(site) ??
      (await asOf(stage.session, day(0), () =>
        purchases.create(principal, {
          site,
          schoolYear: stage.year.name,
          model: MODEL_KEY,
          option,
          amount,
          payer,
          payerName,
          accountString: null,
          note,
        }),
      ));
    // Each step is a version after the draft, which is the first.
    for (const [i, { by, ...step }] of steps.entries())
      if (i + 1 >= version)
        await asOf(stage.session, day(i + 1), () =>
          purchases.step(by === 'its' ? its : principal, id, null, step),
        );
    await workOff(stage, { site, purchaseId: id, technicianId, weekdays: request.weekdays ?? [] });
  }
}

async function workOff(
  stage: DemoStage,
  bought: { site: string; purchaseId: string; technicianId: string; weekdays: readonly number[] },
): Promise<void> {
  const { site, purchaseId, technicianId, weekdays } = bought;
  const assigned = await assignedDays(stage);
  const startsOn = shifted(stage.today, -21);
  for (const weekday of weekdays)
    if (!assigned.has(`${technicianId} ${weekday}`))
      await stage.session.app.get(SupportAssignments).create(stage.scope, {
        technicianId,
        site,
        purchaseId,
        weekday,
        startsOn: startsOn < `${stage.year.begins}-07-01` ? `${stage.year.begins}-07-01` : startsOn,
        endsOn: `${stage.year.begins + 1}-06-30`,
        isFixed: false,
      });
}

async function requestsBySite({
  session,
  scope,
}: DemoStage): Promise<Map<string, { id: string; version: number }>> {
  const rows = await session.app.get(DataSource).query<{ site: string; id: string; version: number }[]>(
    `SELECT s.code AS site, b.id, b.version FROM support_purchases b
       JOIN sites s ON s.district_id = $1 AND s.id = b.site_id WHERE b.district_id = $1`,
    [scope.districtId],
  );
  return new Map(rows.map(({ site, id, version }) => [site, { id, version }]));
}
