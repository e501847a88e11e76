import type { DeviceKind } from '../../catalogue/kinds.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import type { Shape } from '../api/problem.js';
import type { DevicesSearch } from '../app/searches.js';

/** What a list begins with: devices that are there, or should be. */
export const IN_USE = [
  'in_stock',
  'deployed',
  'in_repair',
  'missing',
] as const satisfies readonly DeviceStatus[];

/** What the address of a list says, as the API asks for it. Written out, so that a list means the same elsewhere. */
export function filterOf({
  status,
  site,
  region,
  kind,
  ageFrom,
  ageTo,
  coverage,
  sort: _,
  ...texts
}: DevicesSearch) {
  return {
    ...texts,
    site: listOf(site),
    region: listOf(region),
    kind: listOf(kind) as DeviceKind[] | undefined,
    status: status === 'all' ? undefined : ((listOf(status) ?? [...IN_USE]) as DeviceStatus[]),
    ageFrom: ageFrom === undefined ? undefined : Number(ageFrom),
    ageTo: ageTo === undefined ? undefined : Number(ageTo),
    coverage: listOf(coverage) as Shape<'DeviceCoverage'>['state'][] | undefined,
  };
}

export type DevicesFilter = ReturnType<typeof filterOf>;

/** A filter as an address writes it. */
export function textsOfFilter(filter: DevicesFilter): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );
}

export function listOf(text: string | undefined): string[] | undefined {
  return text?.split(',').filter(Boolean);
}

export function textOf(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join(',') : undefined;
}
