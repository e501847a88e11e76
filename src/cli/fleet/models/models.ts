import { parseDay } from '../days.js';
import type { DeviceKind, FleetModel } from '../fleet-types.js';
import { CHROMEBOOKS } from './chromebooks.js';
import { DESKTOPS } from './desktops.js';
import { IPADS } from './ipads.js';
import { LAPTOPS } from './laptops.js';
import { OTHERS } from './others.js';

/** Everything the generator can buy; the order is part of what a seed means. */
export const FLEET_MODELS: readonly FleetModel[] = [
  ...DESKTOPS,
  ...LAPTOPS,
  ...IPADS,
  ...CHROMEBOOKS,
  ...OTHERS,
];

const CALENDAR = FLEET_MODELS.map((model) => ({
  model,
  from: parseDay(model.soldFrom),
  to: parseDay(model.soldTo),
}));

/** Models of a kind that a school could order on a day, in the order of the catalogue. */
export function modelsSoldOn(kind: DeviceKind, day: number): FleetModel[] {
  return CALENDAR.filter(({ model, from, to }) => model.kind === kind && from <= day && day <= to).map(
    ({ model }) => model,
  );
}
