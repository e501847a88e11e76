import type { DeviceInput } from './device-input.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import { isSameText, makerKey, UNKNOWN_MAKER } from '../../catalogue/makers.js';
import { makerOfBrand, matchKey, saidModel } from '../../catalogue/model-names.js';

/** How it is known who made what an input names. */
export type MakerSource = 'said' | 'device' | 'brand' | 'catalog' | 'nobody';

/** The model that an input means. */
export interface ModelChoice {
  manufacturer: string;
  name: string;
  source: MakerSource;
  /** Whether it is the very model that the device is of. */
  keeps?: boolean;
  /** Of what kind it is, should it be new: the device's own, where only its maker becomes known. */
  kind?: DeviceKind;
}

/** The makers of whom an input without one may mean a model. */
export interface UnclearMaker {
  unclear: string[];
}

/** What a choice needs to know of the district's catalog. */
export interface Catalog {
  makersOf(name: string): string[];
}

interface CurrentModel {
  manufacturer: string;
  name: string;
  kind: DeviceKind;
}

/**
 * Decides which model an input means. What names no maker keeps the maker that the device has, or takes the one whose
 * model it can only be; it never turns a known maker into an unknown one.
 * @param current the model of the device, where it is there
 * @returns undefined where the input says nothing of a model
 */
export function chooseModel(
  input: Pick<DeviceInput, 'manufacturer' | 'model'>,
  current: CurrentModel | undefined,
  catalog: Catalog,
): ModelChoice | UnclearMaker | undefined {
  const { manufacturer, name } = saidModel(input.manufacturer ?? null, input.model ?? '');
  if (!input.model) return manufacturer && current ? ofMaker(manufacturer, current) : undefined;
  const isSameName = current !== undefined && matchKey(current.name) === matchKey(name);
  if (manufacturer) return { manufacturer, name, source: 'said', ...(isSameName && { kind: current.kind }) };
  const its = current && makerKey(current.manufacturer) !== '' ? current.manufacturer : undefined;
  if (current && its && isSameName)
    return { manufacturer: its, name: current.name, source: 'device', keeps: true };
  const brand = makerOfBrand(name);
  if (brand) return { manufacturer: brand, name, source: 'brand' };
  const makers = catalog.makersOf(name);
  const isTheirs = its && makers.some((maker) => makerKey(maker) === makerKey(its));
  if (its && (isTheirs || makers.length === 0)) return { manufacturer: its, name, source: 'device' };
  const [only, ...others] = makers;
  if (only === undefined) return { manufacturer: UNKNOWN_MAKER, name, source: 'nobody' };
  return others.length > 0 ? { unclear: makers } : { manufacturer: only, name, source: 'catalog' };
}

/** The same product of another maker: the name that the device has, under the maker that is said now. */
function ofMaker(manufacturer: string, current: CurrentModel): ModelChoice {
  const keeps = makerKey(manufacturer) === makerKey(current.manufacturer);
  return { manufacturer, name: current.name, source: 'said', kind: current.kind, ...(keeps && { keeps }) };
}

/** Whether a file calls a maker otherwise than Rollcall does, not counting case and white space. */
export function isRenamed(said: string | null | undefined, manufacturer: string): said is string {
  return Boolean(said) && !isSameText(said ?? '', manufacturer);
}
