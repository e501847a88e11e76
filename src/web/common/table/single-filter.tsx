import { Radio, Select, Stack } from '@mantine/core';
import type { TableFilter } from './filter-chips.js';

export interface Choice {
  value: string;
  label: string;
}

/** With more choices than this, people find theirs by typing. */
const FEW = 8;

/** A filter that takes one of several values. */
export function singleFilter({
  id,
  label,
  choices,
  picked,
  nothingFound,
  onPick,
}: {
  id: string;
  label: string;
  choices: readonly Choice[];
  picked: string | undefined;
  /** What the list says if nothing matches what somebody types. */
  nothingFound: string;
  onPick: (value: string | undefined) => void;
}): TableFilter {
  return {
    id,
    label,
    words: picked && (choices.find(({ value }) => value === picked)?.label ?? picked),
    editor: (close) =>
      choices.length <= FEW ? (
        <Radio.Group label={label} value={picked ?? ''} onChange={onPick}>
          <Stack gap="xs" mt="xs">
            {choices.map((choice) => (
              // The arrow keys choose one after the other, so only the pointer closes the window.
              <Radio key={choice.value} {...choice} onClick={({ detail }) => detail > 0 && close()} />
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        <Select
          label={label}
          data={[...choices]}
          value={picked ?? null}
          onChange={(value) => {
            onPick(value ?? undefined);
            close();
          }}
          searchable
          limit={60}
          nothingFoundMessage={nothingFound}
          comboboxProps={{ withinPortal: false }}
          w={280}
          data-autofocus
        />
      ),
    onClear: () => onPick(undefined),
  };
}
