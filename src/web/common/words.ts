/** A text that the server sends in each language of the pages, in the language of this page. */
export function wordsIn({ en, es }: { en: string; es: string }): string {
  // Tests of pure rules have no document.
  const page = (globalThis as { document?: Document }).document;
  return page?.documentElement.lang.startsWith('es') ? es : en;
}

/** Field terms as people read them. */
export const STATUS_WORDS: Record<string, string> = {
  in_stock: 'in stock',
  deployed: 'deployed',
  in_repair: 'in repair',
  missing: 'missing',
  retired: 'retired',
  disposed: 'disposed',
  void: 'void',
};

export const KIND_WORDS: Record<string, string> = {
  desktop: 'Desktop',
  laptop: 'Laptop',
  ipad: 'iPad',
  chromebook: 'Chromebook',
  other: 'Other',
};

export const ROLE_WORDS: Record<string, string> = {
  admin: 'Admin',
  its: 'ITS',
  lead: 'Lead',
  liaison: 'Liaison',
  technician: 'Technician',
  site_staff: 'Site staff',
  vendor: 'Vendor',
};

/** `costCents` as `cost`, `inServiceOn` as `in service on`. */
export function fieldWords(field: string): string {
  const words: Record<string, string> = {
    modelId: 'model',
    siteId: 'site',
    roomId: 'room',
    cartId: 'cart',
    personId: 'holder',
    fundingSourceId: 'funding source',
    costCents: 'cost',
  };
  return (
    words[field] ??
    field
      .replace(/^code\./, '')
      .replaceAll('_', ' ')
      .replace(/([A-Z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`)
  );
}

/** An instant, in the time zone of whoever reads it. */
export function when(instant: string | Date | null): string {
  if (instant === null) return '';
  return new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The calendar date where the reader is, as the API takes it. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}

/** A calendar date, which has no time zone. */
export function day(date: string | null): string {
  if (!date) return '';
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(undefined, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
}

export function money(cents: number | null): string {
  if (cents === null) return '';
  return (cents / 100).toLocaleString(undefined, { style: 'currency', currency: 'USD' });
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
}
