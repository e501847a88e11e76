import type { DeviceInput } from './device-input.js';
import type { DeviceFacts, DeviceRecord } from './device-words.js';
import type { InputProblem, JudgedCodes } from './input-codes.js';
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

/**
 * The facts that an input sets, its words turned into ids. Adds to `problems` what cannot be resolved. For a
 * device that is there, only facts that differ are returned.
 */
export function resolveInput(
  input: DeviceInput,
  codes: JudgedCodes,
  device: DeviceRecord | null,
  refs: References,
  problems: InputProblem[],
): Partial<DeviceFacts> {
  const facts: Partial<DeviceFacts> = {};
  for (const field of PLAIN) if (input[field] !== undefined) Object.assign(facts, { [field]: input[field] });
  if (codes.serialNumber !== undefined) facts.serialNumber = codes.serialNumber;
  if (codes.assetTag !== undefined) facts.assetTag = codes.assetTag;
  if (input.status) facts.status = input.status;
  resolveSite(input, device, refs, facts, problems);
  resolvePlace(input, device, refs, facts);
  resolveModel(input, device, refs, facts, problems);
  resolvePerson(input, refs, facts, problems);
  if (input.fundingSource !== undefined)
    facts.fundingSourceId =
      input.fundingSource === null ? null : (refs.fund(input.fundingSource)?.id ?? null);
  if (
    !(facts.serialNumber ?? (facts.serialNumber === undefined ? device?.serialNumber : null)) &&
    !(facts.assetTag ?? (facts.assetTag === undefined ? device?.assetTag : null))
  )
    problems.push({
      column: 'serialNumber',
      code: 'NO_CODE',
      detail: 'a device needs a serial number or an asset tag',
    });
  if (device)
    for (const key of Object.keys(facts) as (keyof DeviceFacts)[])
      if (facts[key] === device[key]) delete facts[key];
  return facts;
}

function resolveSite(
  input: DeviceInput,
  device: DeviceRecord | null,
  refs: References,
  facts: Partial<DeviceFacts>,
  problems: InputProblem[],
): void {
  if (!input.site) {
    if (!device) problems.push({ column: 'site', code: 'SITE_REQUIRED', detail: 'say at which site it is' });
    return;
  }
  const found = refs.site(input.site);
  const [only] = found;
  if (!only)
    problems.push({
      column: 'site',
      code: 'UNKNOWN_SITE',
      detail: `no site has the code or name "${input.site}"`,
    });
  else if (found.length > 1)
    problems.push({
      column: 'site',
      code: 'SITE_UNCLEAR',
      detail: `several sites are called "${input.site}"; give the code`,
    });
  else if (isClosedFor(only, device))
    problems.push({ column: 'site', code: 'SITE_CLOSED', detail: `${only.name} closed on ${only.closedOn}` });
  else facts.siteId = only.id;
}

/** A closed site takes in nothing new; what stands there still may be worked on. */
function isClosedFor(site: SiteRef, device: DeviceRecord | null): boolean {
  return site.closedOn !== null && device !== null && device.siteId !== site.id;
}

function resolvePlace(
  input: DeviceInput,
  device: DeviceRecord | null,
  refs: References,
  facts: Partial<DeviceFacts>,
): void {
  const siteId = facts.siteId ?? device?.siteId;
  if (!siteId) return;
  // A device that moves leaves its room and its cart behind, unless it is said where it stands now.
  if (device && siteId !== device.siteId) Object.assign(facts, { roomId: null, cartId: null });
  if (input.room !== undefined)
    facts.roomId = input.room === null ? null : (refs.room(siteId, input.room)?.id ?? null);
  if (input.cart === undefined) return;
  const cart = input.cart === null ? undefined : refs.cart(siteId, input.cart);
  facts.cartId = cart?.id ?? null;
  if (cart?.roomId && input.room === undefined) facts.roomId = cart.roomId;
}

function resolveModel(
  input: DeviceInput,
  device: DeviceRecord | null,
  refs: References,
  facts: Partial<DeviceFacts>,
  problems: InputProblem[],
): void {
  if (!input.model) {
    if (!device) problems.push({ column: 'model', code: 'MODEL_REQUIRED', detail: 'say which model it is' });
    else if (input.kind && input.kind !== device.kind)
      problems.push({
        column: 'kind',
        code: 'KIND_IS_THE_MODELS',
        detail: `its model is a ${device.kind}; give another model`,
      });
    return;
  }
  const model =
    refs.model(
      input.manufacturer ?? (device ? (refs.modelOf(device.modelId)?.manufacturer ?? null) : null),
      input.model,
    ) ?? refs.model(input.manufacturer ?? null, input.model);
  if (!model) {
    problems.push({
      column: 'kind',
      code: 'KIND_REQUIRED',
      detail: `"${input.model}" is a new model; say of which kind it is`,
    });
    return;
  }
  if (input.kind && input.kind !== model.kind)
    problems.push({
      column: 'kind',
      code: 'KIND_IS_THE_MODELS',
      detail: `"${input.model}" is a ${model.kind} here, not a ${input.kind}`,
    });
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
      detail: 'nobody has this id or address; import people first',
    });
  else if (others.length > 0)
    problems.push({
      column: 'holder',
      code: 'PERSON_UNCLEAR',
      detail: 'several people have this address; give the id',
    });
  else facts.personId = only;
}
