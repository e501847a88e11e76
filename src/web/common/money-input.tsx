import { NumberInput } from '@mantine/core';

/** A field for an amount in dollars, as the text that somebody types. */
export function MoneyInput({
  label,
  help,
  value,
  onChange,
  error,
}: {
  label: string;
  help?: string;
  value: string;
  onChange: (dollars: string) => void;
  error: string | undefined;
}) {
  return (
    <NumberInput
      label={label}
      description={help}
      value={value}
      onChange={(dollars) => onChange(String(dollars))}
      error={error}
      allowNegative={false}
      decimalScale={2}
      prefix="$"
      thousandSeparator=","
      hideControls
    />
  );
}
