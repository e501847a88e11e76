import { dateIn } from '../../common/time/clock.js';
import type { RowNote } from '../../imports/import-kind.js';
import type { DeviceInput } from './device-input.js';
import type { DeviceFacts, DeviceRecord } from '../device-record.js';
import { type InputProblem, type JudgedCodes, withoutPrefix } from './input-codes.js';
import { notesOfStatusDate, problemsOfDetails } from './input-notes.js';
import { chooseModel } from './model-choice.js';
import { notesOfModel } from './model-notes.js';
import type { References, SiteRef } from './references.js';

/** Facts that a word stands for as it is. */
const PLAIN = [
  'purchasedOn',
  'inServiceOn',
  'costCents',
  'purchaseReference',
  'notes',
  'disposalRoute',
] as const;

/** The day of the request, as the district counts days. */
interface When {
  today: string;
  timeZone: string;
}

/** Everything that is said of one device, and the device where it is there. */
interface Said {
  input: DeviceInput;
  codes: JudgedCodes;
  device: DeviceRecord | null;
  /** What a new device has from the one in whose place it comes. */
  replaces?: Partial<DeviceFacts>;
  when: When;
}

/**
 * The facts that an input sets, its words turned into ids. Adds to `problems` what cannot be resolved. For a
 * device that is there, only facts that differ are returned.
 */
export function resolveInput(
  said: Said,
  refs: References,
  problems: InputProblem[],
  notes: RowNote[],
): Partial<DeviceFacts> {
  const { input, codes, device, when } = said;
  const facts: Partial<DeviceFacts> = { ...said.replaces };
  for (const field of PLAIN)
    if (input[field] !== undefined) (facts as Record<string, unknown>)[field] = input[field];
  if (codes.serialNumber !== undefined) facts.serialNumber = codes.serialNumber;
  if (codes.assetTag !== undefined) facts.assetTag = codes.assetTag;
  // Since when it is what it is, and nothing else, is a correction of that day.
  const status = input.status ?? (input.statusOn ? device?.status : undefined);
  if (status) facts.status = status;
  resolveSite(said, refs, facts, problems);
  resolvePlace(input, device, refs, facts, notes);
  resolveModel(input, device, refs, facts, problems, notes);
  resolvePerson(input, refs, facts, problems);
  resolveFund(input, refs, facts, notes);
  if (
    !(facts.serialNumber ?? (facts.serialNumber === undefined ? device?.serialNumber : null)) &&
    !(facts.assetTag ?? (facts.assetTag === undefined ? device?.assetTag : null))
  )
    problems.push({
      column: 'serialNumber',
      code: 'NO_CODE',
      detail: 'A device needs a serial number or an asset tag. Fill in at least one of them.',
    });
  if (facts.serialNumber) {
    const maker = refs.modelOf(facts.modelId ?? device?.modelId ?? '')?.manufacturer ?? null;
    facts.serialNumber = withoutPrefix(facts.serialNumber, maker, notes);
  }
  if (device) dropKnown(facts, device, input, when);
  checkUse(said, facts, problems, notes);
  problems.push(...problemsOfDetails(input, device, facts));
  if (device) notes.push(...notesOfStatusDate(input, device, facts, when.timeZone));
  return facts;
}

/** What is as it was said already. In the past it may have been otherwise, so a backdated change keeps it all. */
function dropKnown(facts: Partial<DeviceFacts>, device: DeviceRecord, input: DeviceInput, when: When): void {
  if (input.effectiveOn && input.effectiveOn < when.today) return;
  const isEarlier = input.statusOn && input.statusOn < dateIn(when.timeZone, device.statusSince);
  for (const key of Object.keys(facts) as (keyof DeviceFacts)[])
    if (facts[key] === device[key] && !(key === 'status' && isEarlier)) delete facts[key];
}

/** What only goes with some statuses: a route of disposal, somebody who has it, a day by which it is due back. */
function checkUse(
  { input, device }: Said,
  facts: Partial<DeviceFacts>,
  problems: InputProblem[],
  notes: RowNote[],
): void {
  const status = facts.status ?? device?.status ?? 'in_stock';
  if (facts.disposalRoute && status !== 'disposed')
    problems.push({
      column: 'disposalRoute',
      code: 'ROUTE_WITHOUT_DISPOSAL',
      detail:
        'Only a device with the status disposed has a disposal route. Leave out the route, or set the status to disposed.',
    });
  const isOut = status === 'retired' || status === 'disposed';
  if (facts.personId && isOut) {
    // A file that lists who had it last is right; lending it out is not.
    if (!input.status)
      problems.push({
        column: 'holder',
        code: 'NOT_IN_USE',
        detail: `This device is ${status}, so nobody can have it. Change its status first.`,
      });
    else
      notes.push({
        column: 'holder',
        code: 'HOLDER_NOT_KEPT',
        detail: `The device is ${status}, so nobody can have it. Rollcall did not record the holder.`,
      });
    delete facts.personId;
  }
  const holder = facts.personId === undefined ? device?.personId : facts.personId;
  if (input.dueOn && !holder && !isOut)
    problems.push({
      column: 'dueOn',
      code: 'NOT_LENT',
      detail:
        'This device is not checked out, so it cannot have a due date. Enter the person, or leave out the due date.',
    });
}

function resolveSite(
  { input, device, when }: Said,
  refs: References,
  facts: Partial<DeviceFacts>,
  problems: InputProblem[],
): void {
  if (!input.site) {
    if (!device)
      problems.push({ column: 'site', code: 'SITE_REQUIRED', detail: 'Enter the site where the device is.' });
    return;
  }
  const found = refs.site(input.site);
  const [only] = found;
  if (!only)
    problems.push({
      column: 'site',
      code: 'UNKNOWN_SITE',
      detail: `There is no site with the code or name "${input.site}". Check the code, or import sites first.`,
    });
  else if (found.length > 1)
    problems.push({
      column: 'site',
      code: 'SITE_UNCLEAR',
      detail: `Several sites are called "${input.site}". Enter the code of the site.`,
    });
  else if (device?.siteId !== only.id && isClosedOn(only, arrivalOf(input, device, when)))
    problems.push({
      column: 'site',
      code: 'SITE_CLOSED',
      detail: `${only.name} closed on ${only.closedOn}. Choose another site, or an earlier date.`,
    });
  else facts.siteId = only.id;
}

/** A closed site takes in nothing more; what stands there still may be worked on, and so may its past. */
function isClosedOn(site: SiteRef, date: string): boolean {
  return site.closedOn !== null && site.closedOn <= date;
}

function arrivalOf(input: DeviceInput, device: DeviceRecord | null, when: When): string {
  if (device) return input.effectiveOn ?? when.today;
  return input.inServiceOn ?? input.purchasedOn ?? input.effectiveOn ?? when.today;
}

function resolvePlace(
  input: DeviceInput,
  device: DeviceRecord | null,
  refs: References,
  facts: Partial<DeviceFacts>,
  notes: RowNote[],
): void {
  const siteId = facts.siteId ?? device?.siteId;
  if (!siteId) return;
  const note = (column: string, code: string, detail: string): number => notes.push({ column, code, detail });
  // A device that moves leaves its room and its cart behind, unless it is said where it stands now.
  if (device && siteId !== device.siteId) {
    Object.assign(facts, { roomId: null, cartId: null });
    if (device.roomId && input.room === undefined)
      note('room', 'ROOM_LEFT', 'The device moved to another site, so Rollcall took it out of its room.');
    if (device.cartId && input.cart === undefined)
      note('cart', 'CART_LEFT', 'The device moved to another site, so Rollcall took it out of its cart.');
  }
  if (input.room !== undefined) {
    const room = input.room === null ? undefined : refs.room(siteId, input.room);
    facts.roomId = room?.id ?? null;
    if (room?.isNew) note('room', 'ROOM_ADDED', `The site had no room "${input.room}". Rollcall added it.`);
  }
  if (input.cart === undefined) return;
  const cart = input.cart === null ? undefined : refs.cart(siteId, input.cart);
  facts.cartId = cart?.id ?? null;
  if (cart?.isNew) note('cart', 'CART_ADDED', `The site had no cart "${input.cart}". Rollcall added it.`);
  if (!cart?.roomId || input.room !== undefined) return;
  facts.roomId = cart.roomId;
  if (device?.roomId !== cart.roomId)
    note(
      'room',
      'ROOM_FROM_CART',
      `The row names no room. Rollcall took the room of the cart "${input.cart}".`,
    );
}

/** A funding source's award number and federal share belong to the source; a file sets them only when it is new. */
function resolveFund(
  input: DeviceInput,
  refs: References,
  facts: Partial<DeviceFacts>,
  notes: RowNote[],
): void {
  const { fundingSource, fain, federalSharePercent } = input;
  const note = (column: string, code: string, detail: string): number => notes.push({ column, code, detail });
  if (!fundingSource) {
    if (fundingSource === null) facts.fundingSourceId = null;
    if (fain)
      note('fain', 'FAIN_IGNORED', 'The row names no funding source, so Rollcall did not use the FAIN.');
    if (typeof federalSharePercent === 'number')
      note(
        'federalSharePercent',
        'SHARE_IGNORED',
        'The row names no funding source, so Rollcall did not use the federal share.',
      );
    return;
  }
  const fund = refs.fund(fundingSource);
  facts.fundingSourceId = fund?.id ?? null;
  if (!fund) return;
  if (fund.isNew)
    note('fundingSource', 'FUND_ADDED', `There was no funding source "${fundingSource}". Rollcall added it.`);
  if (fain && fain !== fund.fain)
    note(
      'fain',
      'FAIN_KEPT',
      `The funding source "${fundingSource}" has ${fund.fain ? `the FAIN ${fund.fain}` : 'no FAIN'}, which Rollcall kept. Change it at the funding source.`,
    );
  if (typeof federalSharePercent === 'number' && federalSharePercent !== fund.federalSharePercent)
    note(
      'federalSharePercent',
      'SHARE_KEPT',
      `The funding source "${fundingSource}" has ${fund.federalSharePercent === null ? 'no federal share' : `a federal share of ${fund.federalSharePercent}%`}, which Rollcall kept. Change it at the funding source.`,
    );
}

function resolveModel(
  input: DeviceInput,
  device: DeviceRecord | null,
  refs: References,
  facts: Partial<DeviceFacts>,
  problems: InputProblem[],
  notes: RowNote[],
): void {
  const current = device ? refs.modelOf(device.modelId) : undefined;
  const choice = chooseModel(input, current, refs);
  if (!choice) {
    if (!device)
      problems.push({ column: 'model', code: 'MODEL_REQUIRED', detail: 'Enter the device model.' });
    else if (input.kind && input.kind !== device.kind)
      problems.push({
        column: 'kind',
        code: 'KIND_IS_THE_MODELS',
        detail: `The model of this device is a ${device.kind}. To change the kind, enter another model.`,
      });
    return;
  }
  if ('unclear' in choice) {
    problems.push({
      column: 'manufacturer',
      code: 'MAKER_UNCLEAR',
      detail: `${choice.unclear.join(' and ')} both have a model called "${input.model}". Add the manufacturer to this row.`,
    });
    return;
  }
  const model = choice.keeps ? current : refs.model(choice.manufacturer, choice.name);
  if (!model) {
    problems.push({
      column: 'kind',
      code: 'KIND_REQUIRED',
      detail: `"${choice.name}" is a new model. Enter its kind, such as laptop or chromebook.`,
    });
    return;
  }
  if (input.kind && input.kind !== model.kind)
    problems.push({
      column: 'kind',
      code: 'KIND_IS_THE_MODELS',
      detail: `"${choice.name}" is a ${model.kind} in the catalog, not a ${input.kind}.`,
    });
  notes.push(...notesOfModel(input, choice, model, current));
  facts.modelId = model.id;
  facts.kind = model.kind;
}

function resolvePerson(
  input: DeviceInput,
  refs: References,
  facts: Partial<DeviceFacts>,
  problems: InputProblem[],
): void {
  if (input.holder === undefined) return;
  if (input.holder === null) {
    facts.personId = null;
    return;
  }
  const [only, ...others] = refs.person(input.holder);
  if (!only)
    problems.push({
      column: 'holder',
      code: 'UNKNOWN_PERSON',
      detail:
        'No student at your sites and no staff member has this ID or email. Ask the office for a student of another site, or import people first.',
    });
  else if (others.length > 0)
    problems.push({
      column: 'holder',
      code: 'PERSON_UNCLEAR',
      detail: 'Several people have this email. Enter the ID of the person.',
    });
  else facts.personId = only;
}
