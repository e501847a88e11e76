import { Injectable } from '@nestjs/common';
import { may, reaches, type Scope } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import { StaleVersion } from '../../common/http/etag.js';
import { mapInSlices } from '../../common/turns.js';
import { Refusal } from '../../common/refusal.js';
import {
  type CodeOwner,
  loadLoans,
  makerSaid,
  type Match,
  matchDevices,
  type OpenLoan,
  withoutKnownCodes,
} from './device-matches.js';
import { countChange, type Plan, type PlanOptions, type PlanRequest, refused } from './device-plan.js';
import { timesOf } from './input-times.js';
import { judgeCodes, type InputProblem, type JudgedCodes } from './input-codes.js';
import { lockDevices, readDevices } from '../recording/device-locks.js';
import type { DeviceInput } from './device-input.js';
import { NEVER_EMPTY } from './device-input.js';
import { changesBetween } from '../recording/device-history.js';
import { DeviceRecorder, type RecordContext } from '../recording/device-recorder.js';
import type { DeviceFacts, DeviceRecord } from '../device-record.js';
import type { DeviceWrite } from '../recording/device-drafts.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { CodeTaken } from '../devices.errors.js';
import { draftChange, draftEntry } from './input-drafts.js';
import type { ImportOptions, RowNote } from '../../imports/import-kind.js';
import { notesOfConsequences, notesOfLoanDate } from './input-notes.js';
import { makerKey } from '../../catalogue/makers.js';
import { setByPersons, yieldToPersons } from './device-precedence.js';
import type { ModelRef } from './model-references.js';
import { References } from './references.js';
import { resolveInput } from './resolve-input.js';
import { ownTagsAmong } from '../tags/own-tags.js';

/**
 * Turns what people and files say into writes: finds the device, resolves the words, checks scope and rules.
 * The same for a rehearsal and for its commit, for a file and for the API.
 */
@Injectable()
export class DevicePlanner {
  constructor(
    private readonly recorder: DeviceRecorder,
    private readonly transactions: Transactions,
  ) {}

  /** Makes the models, funding sources, rooms and carts that inputs name for the first time, ahead of their plan. */
  makeNamed(scope: Scope, refs: References, inputs: readonly DeviceInput[]): Promise<void> {
    return this.transactions.run(async (tx) => {
      const models = await this.modelsOf(tx, scope, refs, inputs);
      await refs.load(tx, inputs, (i) => models.get(i));
      await refs.loadPlaces(
        tx,
        inputs.flatMap((input) => placesOf(input, undefined, refs)),
      );
    });
  }

  /** The models of the devices whose inputs name a model and no maker: theirs decide whose model it is. */
  private async modelsOf(
    tx: Tx,
    { districtId }: Scope,
    refs: References,
    inputs: readonly DeviceInput[],
  ): Promise<Map<number, ModelRef | undefined>> {
    const asked = inputs.flatMap((input, index) =>
      (input.model && makerSaid(input) === '') || (input.manufacturer && !input.model)
        ? { input, index }
        : [],
    );
    if (asked.length === 0) return new Map();
    const judged = asked.map(({ input }) => judgeCodes(input));
    const matches = await matchDevices(tx, districtId, asked, judged);
    const devices = await readDevices(tx, districtId, matches.ids);
    await refs.loadKnown(
      tx,
      [],
      [...devices.values()].map(({ modelId }) => modelId),
    );
    return new Map(
      asked.map(({ index }, i) => [
        index,
        refs.modelOf(devices.get(matches.of[i]?.ids[0] ?? '')?.modelId ?? ''),
      ]),
    );
  }

  /** One plan for each request, in their order. Two requests for one device: the later is refused. */
  async plan(
    tx: Tx,
    scope: Scope,
    context: RecordContext,
    requests: readonly PlanRequest[],
    options: PlanOptions,
  ): Promise<Plan[]> {
    const tags = requests.flatMap(({ input }) => [input.assetTag, input.oldTag]);
    const isOwnTag = await ownTagsAmong(tx, scope.districtId, tags);
    const read = await mapInSlices(requests, ({ input }) => judgeCodes(input, isOwnTag));
    const matches = await matchDevices(tx, scope.districtId, requests, read);
    const judged = await withoutKnownCodes(tx, scope.districtId, read, matches);
    const devices = options.devices ?? (await loadDevices(tx, scope.districtId, matches.ids, options.writes));
    const refs = options.refs ?? new References(scope, context.changeSetId, options.writes);
    const deviceOf = (i: number): DeviceRecord | undefined => devices.get(matches.of[i]?.ids[0] ?? '');
    // Within which maker a code is unique, and what a file does to the counts of a site, by its code.
    const found = requests.some(({ input }) => namesDevice(input)) ? [...devices.values()] : [];
    await refs.loadKnown(
      tx,
      found.map((d) => d.siteId),
      found.map((d) => d.modelId),
    );
    await refs.load(
      tx,
      requests.map(({ input }) => input),
      (i) => refs.modelOf(deviceOf(i)?.modelId ?? ''),
    );
    await refs.loadPlaces(
      tx,
      requests.flatMap(({ input }, i) => placesOf(input, deviceOf(i), refs)),
    );
    const loans = await loadLoans(tx, scope.districtId, requests, matches);
    const today = dateIn(scope.timeZone, context.recordedAt);
    const known: Known = { devices, refs, loans, today, taken: new Set<string>(), options };
    const resolved = await mapInSlices(requests, (request, i): Resolved => {
      const match = matches.of[i] as Match;
      return this.resolve(scope, request, judged[i] as JudgedCodes, match, known);
    });
    if (options.yields) await yieldAll(tx, context, resolved, options.yields.overwrite);
    const drafts = await mapInSlices(resolved, (one, i): Draft => {
      const request = requests[i] as PlanRequest;
      return orRefused(one.device?.id ?? null, () => this.draft(scope, context, request, one, known));
    });
    return this.judge(tx, context, drafts, refs);
  }

  private async judge(tx: Tx, context: RecordContext, drafts: Draft[], refs: References): Promise<Plan[]> {
    const writes = drafts.flatMap((draft) => draft.write ?? []);
    const judged = await this.recorder.prepare(tx, context, writes);
    const byWrite = new Map(writes.map((write, i) => [write, judged[i] ?? null]));
    return drafts.map(({ plan, write }) => {
      if (!write) return plan;
      const result = byWrite.get(write) ?? null;
      if (result instanceof Refusal) return refused(result, plan.targetId);
      if (result === null) return { ...plan, outcome: 'unchanged', changes: {} };
      const notes = [...plan.notes, ...notesOfConsequences(result)];
      return { ...plan, notes, prepared: result, countChange: countChange(result, refs) };
    });
  }

  /** Finds out what a request says, in ids. */
  private resolve(
    scope: Scope,
    { input, targetId, replaces }: PlanRequest,
    codes: JudgedCodes,
    match: Match,
    { devices, refs, today }: Known,
  ): Resolved {
    const problems = [...codes.problems, ...match.problems];
    const notes = [...codes.notes, ...match.notes];
    if (match.ids.length > 1 && match.problems.length === 0)
      problems.push({
        column: null,
        code: 'MATCHES_TWO',
        detail: `This row's codes belong to different devices. Merge them first: ${match.ids.map((id) => `/devices/${id}`).join(', ')}.`,
      });
    const device = devices.get(match.ids[0] ?? '') ?? null;
    if (!device && targetId) throw new Error('a device was asked for by an id that the caller did not check');
    const when = { today, timeZone: scope.timeZone };
    const facts = resolveInput({ input, codes, device, replaces, when }, refs, problems, notes);
    return { codes, match, device, facts, problems, notes };
  }

  /** @throws a refusal of the whole request */
  private draft(
    scope: Scope,
    context: RecordContext,
    request: PlanRequest,
    { codes, match, device, facts, problems, notes }: Resolved,
    known: Known,
  ): Draft {
    const { input } = request;
    if (device && request.version && request.version !== device.version)
      throw new StaleVersion('The device', device.version);
    if (device && known.taken.has(device.id))
      problems.push({
        column: null,
        code: 'TWICE',
        detail: 'Another row is about the same device. Keep one of the two rows.',
      });
    this.assertReach(scope, request.fromAnywhere ? null : device, facts);
    if (!device && !known.options.adds)
      problems.push({
        column: null,
        code: 'DEVICE_NOT_FOUND',
        detail: 'No device has this serial number or asset tag. Check the code, or add the device first.',
      });
    for (const field of NEVER_EMPTY)
      if (input[field] === null)
        problems.push({
          column: field,
          code: 'NEVER_EMPTY',
          detail: `${field} cannot be left blank. Enter a value, or leave the field as it is.`,
        });
    const time = timesOf(request, scope.timeZone, context.recordedAt, known.today, problems);
    const loan = device ? (known.loans.get(device.id) ?? null) : null;
    if (device) time.wasDueOn = loan?.dueOn ?? null;
    const model = known.refs.modelOf(facts.modelId ?? device?.modelId ?? '');
    const manufacturer = model?.manufacturer ?? '';
    assertNoRival(match.rivals, manufacturer);
    const claims = claimsOf(facts, manufacturer);
    if (claims.some((claim) => known.taken.has(claim)))
      problems.push({
        column: null,
        code: 'TWICE',
        detail: 'Another row has the same code. Correct one of the two rows.',
      });
    const base = {
      targetId: device?.id ?? null,
      targetVersion: device?.version ?? null,
      countChange: [],
      notes,
    };
    if (problems.length > 0) return { plan: { ...base, outcome: 'refused', changes: {}, problems } };
    if (device) known.taken.add(device.id);
    for (const claim of claims) known.taken.add(claim);
    const write: DeviceWrite = {
      id: device?.id ?? request.newId,
      device,
      manufacturer,
      gatesMet: request.gates,
      ...(device
        ? { drafts: draftChange(device, facts, codes, input, time) }
        : draftEntry(
            facts,
            codes,
            input,
            { ...time, replaces: request.replaces !== undefined },
            scope.timeZone,
            notes,
          )),
    };
    if (device) notes.push(...notesOfLoanDate(input, facts, loan && dateIn(scope.timeZone, loan.loanedAt)));
    // What a new device is made of stands in its event.
    const changes = device ? changesBetween(device, facts) : {};
    return { plan: { ...base, outcome: device ? 'change' : 'add', changes, problems }, write };
  }

  private assertReach(scope: Scope, device: DeviceRecord | null, facts: Partial<DeviceFacts>): void {
    if (!may(scope, 'devices:edit') && scope.accountId !== null) throw new OutOfReach('change devices');
    if (device && !reaches(scope, device.siteId)) throw new OutOfReach('change a device of another site');
    if (facts.siteId && !reaches(scope, facts.siteId))
      throw new OutOfReach('move a device to a site that is not one of yours');
  }
}

function loadDevices(
  tx: Tx,
  districtId: string,
  ids: string[],
  locks: boolean,
): Promise<Map<string, DeviceRecord>> {
  return locks ? lockDevices(tx, districtId, ids) : readDevices(tx, districtId, ids);
}

class OutOfReach extends Refusal {
  readonly kind = 'forbidden';
  readonly code = 'OUT_OF_SCOPE';
  constructor(what: string) {
    super(`Your role and sites do not allow you to ${what}.`);
  }
}

interface Known {
  devices: ReadonlyMap<string, DeviceRecord>;
  refs: References;
  /** The open loans of devices whose requests say something about them. */
  loans: Map<string, OpenLoan>;
  today: string;
  /** Devices that an earlier request of the same call already changes, and codes that it gives out. */
  taken: Set<string>;
  options: PlanOptions;
}

/** What a request says, in ids, and what is wrong with it so far. */
interface Resolved {
  codes: JudgedCodes;
  match: Match;
  device: DeviceRecord | null;
  facts: Partial<DeviceFacts>;
  problems: InputProblem[];
  notes: RowNote[];
}

interface Draft {
  plan: Plan;
  write?: DeviceWrite;
}

/** Takes out of files what people set since, in one query for all rows that would change something. */
async function yieldAll(
  tx: Tx,
  context: RecordContext,
  resolved: readonly Resolved[],
  overwrite: ImportOptions['overwrite'],
): Promise<void> {
  if (overwrite === 'all') return;
  const changing = resolved.flatMap((one) =>
    one.device && Object.keys(one.facts).length > 0 ? { ...one, device: one.device } : [],
  );
  const ids = changing.map(({ device }) => device.id);
  const setBy = await setByPersons(tx, context, ids);
  for (const { device, facts, notes } of changing)
    notes.push(...yieldToPersons(facts, setBy.get(device.id) ?? new Map<string, string>(), overwrite));
}

function orRefused(targetId: string | null, draft: () => Draft): Draft {
  try {
    return draft();
  } catch (error) {
    if (error instanceof Refusal) return { plan: refused(error, targetId) };
    throw error;
  }
}

/** Whether an input says which device it is, or what it is, beside what becomes of it. */
function namesDevice(input: DeviceInput): boolean {
  return NAMING.some((field) => input[field] !== undefined && input[field] !== null);
}

const NAMING = [
  'serialNumber',
  'assetTag',
  'mac',
  'imei',
  'oldTag',
  'manufacturer',
  'model',
  'kind',
] as const;

/** @throws CodeTaken for a tag of another device, or a serial number of another one of the same maker */
function assertNoRival(rivals: readonly CodeOwner[], manufacturer: string): void {
  const maker = makerKey(manufacturer);
  const rival = rivals.find((owner) => owner.kind === 'asset_tag' || makerKey(owner.manufacturer) === maker);
  if (rival) throw new CodeTaken(rival.kind, rival.code);
}

/** Codes that a device takes with this change: no two requests of one call may take the same. */
function claimsOf({ assetTag, serialNumber }: Partial<DeviceFacts>, manufacturer: string): string[] {
  const claims: string[] = [];
  if (assetTag) claims.push(`tag ${assetTag}`);
  if (serialNumber) claims.push(`serial ${serialNumber} ${makerKey(manufacturer)}`);
  return claims;
}

function placesOf(
  input: DeviceInput,
  device: DeviceRecord | undefined,
  refs: References,
): { siteId: string; room?: string | null; cart?: string | null }[] {
  const sites = input.site ? refs.site(input.site) : [];
  const siteId = sites.length === 1 ? sites[0]?.id : input.site ? undefined : device?.siteId;
  return siteId && (input.room || input.cart) ? [{ siteId, room: input.room, cart: input.cart }] : [];
}
