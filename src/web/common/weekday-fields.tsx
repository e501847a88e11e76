import { Checkbox, Group, TextInput } from '@mantine/core';
import { t } from '../text/text.js';
import { weekdayName } from './words.js';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Days of the week and a time of day, in the district's time zone. */
export interface WeekdayTime {
  /** From 1 for Monday to 7 for Sunday. */
  weekdays: number[];
  /** `HH:MM`. */
  at: string;
}

/** Takes the days and the time at which something is done by itself. */
export function WeekdayFields({
  value,
  onChange,
  errorOf,
}: {
  value: WeekdayTime;
  onChange: (change: Partial<WeekdayTime>) => void;
  errorOf: (field: keyof WeekdayTime) => string | undefined;
}) {
  return (
    <>
      <Checkbox.Group
        label={t('delivery.weekdays')}
        value={value.weekdays.map(String)}
        onChange={(picked) => onChange({ weekdays: picked.map(Number) })}
        error={errorOf('weekdays')}
      >
        <Group gap="md" mt="xs">
          {WEEKDAYS.map((weekday) => (
            <Checkbox key={weekday} value={String(weekday)} label={weekdayName(weekday)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        type="time"
        label={t('delivery.at')}
        value={value.at}
        onChange={(event) => onChange({ at: event.currentTarget.value })}
        error={errorOf('at')}
        maw={200}
      />
    </>
  );
}
