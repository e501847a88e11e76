import type { Scope } from '../../../access/scope.js';
import { newId } from '../../../common/ids.js';
import { Transactions } from '../../../database/transactions.js';
import { CatalogueService } from '../../../catalogue/catalogue.service.js';
import type { DeviceInput } from '../../../devices/planning/device-input.js';
import { References } from '../../../devices/planning/references.js';
import { CartsService } from '../../../sites/places/carts.service.js';
import type { FleetDevice, FleetModel } from '../../fleet/fleet-types.js';
import type { Session } from '../../session.js';
import { fundName, siteIdOf } from './device-life.js';
import { weightOfModel } from './model-weights.js';
import { inLanes } from '../in-lanes.js';

/** Small transactions mostly wait for the disk, and commits that come together share one wait. */
const LANES = 6;

/** A room of a site, or a cart in it. */
interface Place {
  site: string;
  room: string;
  cart?: string;
}

/** What a fleet refers to, each once. */
export interface DemoNames {
  models: FleetModel[];
  inputs: DeviceInput[];
  places: Place[];
  /** Devices of the fleet. */
  devices: number;
}

/** Reads through a fleet for what must be there before its first device is. */
export function namesIn(fleet: Iterable<FleetDevice>, siteCodes: readonly string[]): DemoNames {
  const models = new Set<FleetModel>();
  const funds = new Map<string, DeviceInput>();
  const places = new Map<string, Place>();
  let devices = 0;
  for (const { model, fundingSource, final, room, cart } of fleet) {
    devices += 1;
    models.add(model);
    const fund = fundName(fundingSource);
    const { fain, federalSharePercent } = fundingSource;
    if (!funds.has(fund)) funds.set(fund, { fundingSource: fund, fain, federalSharePercent });
    if (room) places.set(`${final.site}|${room}|${cart ?? ''}`, { site: final.site, room, cart });
  }
  const inputs = [
    ...siteCodes.map((site) => ({ site })),
    ...[...models].map(({ manufacturer, name, kind }) => ({ manufacturer, model: name, kind })),
    ...funds.values(),
  ];
  return { models: [...models], inputs, places: [...places.values()], devices };
}

/**
 * Makes models, funding sources, rooms and carts that are not there yet. Models and carts go through their services,
 * which know more of them than the name in a file: how long a model is meant to last, in which room a cart stands.
 */
export async function prepareCatalogue(
  { app }: Session,
  scope: Scope,
  names: DemoNames,
): Promise<References> {
  const transactions = app.get(Transactions);
  const changeSetId = newId();
  const known = await transactions.run((tx) => {
    const refs = new References(scope, changeSetId, false);
    return refs.load(tx, names.inputs).then(() => refs);
  });
  await makeModels(app.get(CatalogueService), scope, names.models, known);
  const refs = await transactions.run(async (tx) => {
    const made = new References(scope, changeSetId, true);
    await made.load(tx, names.inputs);
    await made.loadPlaces(
      tx,
      names.places.map(({ site, room }) => ({ siteId: siteIdOf(made, site), room })),
    );
    await known.loadPlaces(
      tx,
      names.places.map(({ site, cart }) => ({ siteId: siteIdOf(made, site), cart })),
    );
    return made;
  });
  await makeCarts(app.get(CartsService), scope, names.places, { known, made: refs });
  await transactions.run((tx) =>
    refs.loadPlaces(
      tx,
      names.places.map(({ site, cart }) => ({ siteId: siteIdOf(refs, site), cart })),
    ),
  );
  return refs;
}

async function makeModels(
  catalogue: CatalogueService,
  scope: Scope,
  models: readonly FleetModel[],
  known: References,
): Promise<void> {
  const missing = models.filter(({ manufacturer, name }) => known.model(manufacturer, name)?.isNew);
  await inLanes(
    missing,
    LANES,
    async (model) => void (await catalogue.createModel(scope, { ...model, ...weightOfModel(model.name) })),
  );
}

async function makeCarts(
  carts: CartsService,
  scope: Scope,
  places: readonly Place[],
  refs: { known: References; made: References },
): Promise<void> {
  await inLanes(places, LANES, async ({ site, room, cart }) => {
    const at = siteIdOf(refs.made, site);
    if (!cart || !refs.known.cart(at, cart)?.isNew) return;
    await carts.create(scope, at, { name: cart, roomId: refs.made.room(at, room)?.id });
  });
}
