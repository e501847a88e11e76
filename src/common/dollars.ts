const FORMAT = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});

/** Cents as people write them: `$52,301`, `$0.50`. */
export function dollars(cents: number): string {
  return FORMAT.format(cents / 100);
}
