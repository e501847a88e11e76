/** Dollars of an amount, as a form shows them; an empty text for no amount. */
export function dollarsOf(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2);
}

/** Cents of an amount as people type it; null for an empty text. */
export function centsOf(dollars: string): number | null {
  const text = dollars.replace(/[$,\s]/g, '');
  return text === '' ? null : Math.round(Number(text) * 100);
}
