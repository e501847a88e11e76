import { startOfDate } from '../../../common/time/clock.js';
import { newId } from '../../../common/ids.js';
import type { MoveDetails } from '../../../devices/recording/device-lifecycle.js';
import type { DeviceFacts } from '../../../devices/device-record.js';
import { type DeviceWrite, type EventDraft } from '../../../devices/recording/device-drafts.js';
import { EMPTY } from '../../../devices/recording/device-history.js';
import { judgeCodes } from '../../../devices/planning/input-codes.js';
import type { References } from '../../../devices/planning/references.js';
import type { CheckOut, HeldDevice } from '../people/check-outs.js';
import {
  type Disposal,
  type EnterStep,
  type FundingSource,
  type LifeStep,
  STATUS_AFTER,
} from '../../fleet/fleet-types.js';

/** What words of the story mean in the register. */
export interface LifeContext {
  refs: References;
  /** Ids of people by their number in the district's files. */
  people: ReadonlyMap<string, string>;
  timeZone: string;
}

/** Steps that a device goes through without leaving its place for good. */
const STAYS: readonly LifeStep['type'][] = ['repair', 'repaired'];

const HOW_IT_WENT: Record<Disposal['how'], string> = {
  sold: 'Sold',
  recycled: 'Recycled',
  written_off: 'Written off',
  kept_by_vendor: 'Kept by the vendor',
};

/**
 * How a funding source is called in the register. A program's awards follow each other under one name, and each is
 * a source of its own: 2 CFR 200.313(d)(1) asks for the FAIN of every device.
 */
export function fundName({ name, fain }: FundingSource): string {
  return fain ? `${name} (${fain})` : name;
}

/**
 * A device's life as the register records it: an entry, then one event for each step, on its day. Room and cart
 * come with the step that brought the device to its present place; earlier rooms are not recorded. The person who has
 * the device got it in the last step.
 * @throws Error where the story and the register do not agree
 */
export function writeLife(device: HeldDevice, context: LifeContext): DeviceWrite {
  const [enter, ...later] = device.steps;
  const model = context.refs.model(device.model.manufacturer, device.model.name);
  if (!model || enter?.type !== 'enter') throw new Error(`${device.assetTag} has no model or no beginning.`);
  const drafts = [entry(device, enter, model, context), ...later.map((step) => change(step, context))];
  const arrival = drafts[arrivalOf(device.steps)];
  if (arrival) Object.assign(arrival.set, placeOf(device, context.refs));
  if (device.checkOut) drafts.push(loan(device.checkOut, context));
  return {
    id: newId(),
    device: null,
    manufacturer: model.manufacturer,
    // Stock that was there when the register began has no date of its own on which it entered.
    entryDated: enter.cause === 'purchased',
    gatesMet: new Set(['admin_import']),
    drafts,
  };
}

function entry(
  device: HeldDevice,
  step: EnterStep,
  model: { id: string; manufacturer: string },
  { refs, timeZone }: LifeContext,
): EventDraft {
  const { assetTag, serialNumber, macAddress: mac, imei } = device;
  const codes = judgeCodes({ assetTag, serialNumber, mac, imei, manufacturer: model.manufacturer });
  const [problem] = codes.problems;
  if (problem) throw new Error(`${assetTag}: ${problem.detail}`);
  const { purchasedOn, inServiceOn, costCents, purchaseReference } = device;
  return {
    type: 'entered',
    effectiveAt: startOfDate(timeZone, step.on),
    set: {
      ...EMPTY,
      status: step.status,
      kind: device.model.kind,
      modelId: model.id,
      siteId: siteIdOf(refs, step.site),
      assetTag: codes.assetTag,
      serialNumber: codes.serialNumber,
      purchasedOn,
      inServiceOn,
      costCents,
      purchaseReference,
      fundingSourceId: refs.fund(fundName(device.fundingSource))?.id ?? null,
      enteredOn: step.on,
    },
    codes: codes.extra,
    cause: step.cause,
  };
}

/** A step after the entry; its cause is read off what changes, as everywhere. */
function change(step: LifeStep, { refs, timeZone }: LifeContext): EventDraft {
  const effectiveAt = startOfDate(timeZone, step.on);
  const set: Partial<DeviceFacts> = step.site ? { siteId: siteIdOf(refs, step.site) } : {};
  if (step.type === 'enter') throw new Error(`A device enters once, and not again on ${step.on}.`);
  if (step.type === 'transfer') return { type: 'changed', effectiveAt, set };
  set.status = STATUS_AFTER[step.type];
  if (step.type === 'lose') return { type: 'moved', effectiveAt, set, details: lossOf(step) };
  if (step.type !== 'dispose') return { type: 'moved', effectiveAt, set };
  set.disposalRoute = step.detail.route;
  return { type: 'moved', effectiveAt, set, note: HOW_IT_WENT[step.detail.how] };
}

function lossOf({ on, detail }: LifeStep & { type: 'lose' }): MoveDetails {
  const policeReportNumber = detail.how === 'stolen' ? detail.policeReport : undefined;
  return { missing: detail.how, missingSince: on, policeReportNumber };
}

/** Somebody gets the device where it stands. */
function loan({ person, on, dueOn }: CheckOut, { people, timeZone }: LifeContext): EventDraft {
  const personId = people.get(person);
  if (!personId) throw new Error(`The demo's person ${person} is not there.`);
  return { type: 'changed', effectiveAt: startOfDate(timeZone, on), set: { personId }, dueOn };
}

/** The place in a life of the step that brought the device to where it stands now. */
function arrivalOf(steps: readonly LifeStep[]): number {
  return steps.findLastIndex((step) => step.site !== undefined || !STAYS.includes(step.type));
}

function placeOf({ room, cart, final }: HeldDevice, refs: References): Partial<DeviceFacts> {
  if (!room) return {};
  const siteId = siteIdOf(refs, final.site);
  const roomId = refs.room(siteId, room)?.id;
  const cartId = cart ? refs.cart(siteId, cart)?.id : null;
  if (!roomId || cartId === undefined)
    throw new Error(`The demo's ${[final.site, room, cart].join(' ')} is not there.`);
  return { roomId, cartId };
}

/** @throws Error for a code that no site of the district has */
export function siteIdOf(refs: References, code: string): string {
  const id = refs.site(code)[0]?.id;
  if (!id) throw new Error(`The demo's site ${code} is not there.`);
  return id;
}
