import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import type { Tx } from '../../database/tx.js';
import type { RowFields, RowNote, RowOutcome } from '../../imports/import-kind.js';
import {
  type CoveragePlan,
  KnownCoverages,
  planCoverage,
  type Saying,
} from '../coverages/in-bulk/coverage-plans.js';
import { checkCoverage, isNoWarranty } from '../coverages/in-bulk/coverage-rows.js';
import { coveragesOf, insertCoverages, updateCoverages } from '../coverages/in-bulk/coverage-writes.js';
import type { AnswerOutcome } from './look-ups.entities.js';
import type { OpenAccount } from './maker-accounts.service.js';
import type { AskedDevice, MakerAnswer } from './makers/maker.js';

const MOST_EXAMPLES = 50;

export interface AnsweredDevice {
  device: AskedDevice;
  answer: MakerAnswer;
}

/** A device about which there is something to say. */
export interface LookUpExample {
  deviceId: string;
  serialNumber: string;
  outcome: AnswerOutcome;
  detail: string;
}

/** What a look-up has done. */
export interface LookUpTally {
  /** Devices that the maker was asked about; the next four are these, by its answer. */
  asked: number;
  found: number;
  unknown: number;
  refused: number;
  failed: number;
  /** Coverages. */
  added: number;
  changed: number;
  unchanged: number;
  /** Devices whose coverage somebody else has entered with other terms: both are kept. */
  differing: number;
  /** The first 50 devices that were not simply found. */
  examples: LookUpExample[];
}

export const NOTHING_ASKED: LookUpTally = {
  asked: 0,
  found: 0,
  unknown: 0,
  refused: 0,
  failed: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  differing: 0,
  examples: [],
};

/** What an answer comes to. */
interface Judged {
  device: AskedDevice;
  outcome: AnswerOutcome;
  detail: string | null;
  differs: boolean;
  plans: CoveragePlan[];
}

/** Saves what a maker said of devices. What a person, a rule or a file said of the same coverage stays beside it. */
@Injectable()
export class LookUpWrites {
  async write(
    tx: Tx,
    scope: Scope,
    jobId: string,
    account: OpenAccount,
    answers: readonly AnsweredDevice[],
    before: LookUpTally,
  ): Promise<LookUpTally> {
    const { districtId } = scope;
    const saying: Saying = { source: 'look_up', sourceId: jobId, who: account.maker.manufacturer };
    const ids = answers.map(({ device }) => device.deviceId);
    const stored = await coveragesOf(tx, districtId, ids, { source: 'look_up', locks: true });
    const known = new KnownCoverages(stored, 'look_up');
    const judged = answers.map((answered) => judge(saying, account, answered, known));
    const plans = judged.flatMap((one) => one.plans);
    await insertCoverages(
      tx,
      scope,
      'look_up',
      plans.flatMap(({ add }) => add ?? []),
    );
    await updateCoverages(
      tx,
      districtId,
      plans.flatMap(({ update }) => update ?? []),
    );
    await keepAnswers(tx, districtId, account.maker.name, judged);
    return addUp(before, judged, plans);
  }
}

function judge(
  saying: Saying,
  account: OpenAccount,
  { device, answer }: AnsweredDevice,
  known: KnownCoverages,
): Judged {
  if (answer.outcome !== 'found') return { device, ...answer, differs: false, plans: [] };
  const rows = answer.rows
    .map((row) => asRow(row, account, device))
    .filter((row) => !isNoWarranty(row))
    // Of two that cannot be told apart, the one that ends last counts.
    .toSorted((one, other) => String(other['endsOn']).localeCompare(String(one['endsOn'])));
  const judged = rows.map((fields, i) => planned(saying, account, device, fields, i + 1, known));
  const outcomes = judged.map(({ outcome }) => outcome);
  const problems = outcomes
    .flatMap(({ problems: found = [] }) => found)
    .filter(({ code }) => code !== 'REPEATED');
  const beside = outcomes.flatMap(({ notes = [] }) => notes).filter(({ code }) => code === 'KEPT_BESIDE');
  const isRefused = outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'refused');
  const details = [...problems, ...beside].map(({ detail }) => detail);
  return {
    device,
    outcome: isRefused ? 'refused' : 'found',
    detail: details.length > 0 ? [...new Set(details)].join(' ') : null,
    differs: beside.length > 0,
    plans: judged,
  };
}

/** The row as it would be in a file that a maker made of its answers. */
function asRow(row: RowFields, { maker, vendor }: OpenAccount, { serialNumber }: AskedDevice): RowFields {
  const zone: RowFields = maker.timeZone === undefined ? {} : { timeZone: maker.timeZone };
  return { ...zone, ...row, vendor: vendor.key, serialNumber };
}

function planned(
  saying: Saying,
  { vendor }: OpenAccount,
  { deviceId }: AskedDevice,
  fields: RowFields,
  rowNo: number,
  known: KnownCoverages,
): CoveragePlan {
  const notes: RowNote[] = [];
  const problems = checkCoverage(fields, notes);
  if (problems.length > 0) {
    const refused: RowOutcome = { rowNo, outcome: 'refused', targetId: null, targetVersion: null, problems };
    return { outcome: refused };
  }
  return planCoverage(saying, 'commit', { rowNo, newId: newId(), fields }, { deviceId }, vendor, known);
}

async function keepAnswers(
  tx: Tx,
  districtId: string,
  maker: string,
  judged: readonly Judged[],
): Promise<void> {
  const rows = judged.map(({ device, outcome, detail, plans }) => ({
    deviceId: device.deviceId,
    serialNumber: device.serialNumber,
    outcome,
    coverages: plans.filter((plan) => plan.outcome.outcome !== 'refused').length,
    detail,
  }));
  await tx.query(
    `INSERT INTO coverage_answers (district_id, device_id, maker, serial_number, outcome, coverages, detail, asked_at)
     SELECT $1::uuid, x."deviceId", $2::text, x."serialNumber", x.outcome, x.coverages, x.detail, $4::timestamptz
       FROM jsonb_to_recordset($3::jsonb)
            AS x ("deviceId" uuid, "serialNumber" text, outcome text, coverages integer, detail text)
     ON CONFLICT (district_id, device_id, maker) DO UPDATE
       SET serial_number = excluded.serial_number, outcome = excluded.outcome, coverages = excluded.coverages,
           detail = excluded.detail, asked_at = excluded.asked_at`,
    [districtId, maker, JSON.stringify(rows), tx.at],
  );
}

function addUp(before: LookUpTally, judged: readonly Judged[], plans: readonly CoveragePlan[]): LookUpTally {
  const devices = (outcome: AnswerOutcome): number => judged.filter((one) => one.outcome === outcome).length;
  const coverages = (outcome: string): number =>
    plans.filter((plan) => plan.outcome.outcome === outcome).length;
  const examples = judged.flatMap(({ device, outcome, detail }) =>
    detail === null
      ? []
      : [{ deviceId: device.deviceId, serialNumber: device.serialNumber, outcome, detail }],
  );
  return {
    asked: before.asked + judged.length,
    found: before.found + devices('found'),
    unknown: before.unknown + devices('unknown'),
    refused: before.refused + devices('refused'),
    failed: before.failed + devices('failed'),
    added: before.added + coverages('add'),
    changed: before.changed + coverages('change'),
    unchanged: before.unchanged + coverages('unchanged'),
    differing: before.differing + judged.filter(({ differs }) => differs).length,
    examples: [...before.examples, ...examples].slice(0, MOST_EXAMPLES),
  };
}
