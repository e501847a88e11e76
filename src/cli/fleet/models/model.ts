import { dayOf, isoDay } from '../days.js';
import type { DeviceKind, FleetModel } from '../fleet-types.js';

/** Still on the price list. */
export const STILL_SOLD = '2199-12-31';

/** One line of a catalogue: name, first and last month of sale (`2013-10`, or '' while it is still sold), dollars. */
export type CatalogueLine = readonly [name: string, from: string, to: string, dollars: number];

/** What all models of one table share. */
export interface CatalogueHead {
  manufacturer: string;
  kind: DeviceKind;
  platform: FleetModel['platform'];
  expectedLifeMonths: number;
}

/** Sale is counted in whole months: nobody remembers the day on which a model went off the list. */
export function catalogue(head: CatalogueHead, lines: readonly CatalogueLine[]): FleetModel[] {
  return lines.map(([name, from, to, dollars]) => ({
    ...head,
    name,
    soldFrom: `${from}-01`,
    soldTo: to === '' ? STILL_SOLD : lastDayOf(to),
    priceCents: dollars * 100,
  }));
}

function lastDayOf(month: string): string {
  return isoDay(dayOf(Number(month.slice(0, 4)), Number(month.slice(5)) + 1, 0));
}
