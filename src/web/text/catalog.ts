import type { en } from './en/index.js';

/** Every text of the pages, by group and name, as English has them: ICU messages with the values that they take. */
export type Catalog = typeof en;

/** A catalog in another language: the same names, in any words. */
export type Translation = {
  readonly [Group in keyof Catalog]: { readonly [Name in keyof Catalog[Group]]: string };
};
