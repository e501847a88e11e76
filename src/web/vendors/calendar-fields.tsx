import { Fieldset, Input, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Problem } from '../api/problem.js';
import { weekdayName } from '../common/words.js';
import { t } from '../text/text.js';
import { Rows, withRow } from './rows.js';
import type { VendorDraft } from './vendor-draft.js';

interface Props {
  draft: VendorDraft;
  onChange: (change: Partial<VendorDraft>) => void;
  problem: Problem | undefined;
}

const TIME_ZONES = Intl.supportedValuesOf('timeZone');
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** When a vendor is open: its time zone, its opening times by weekday, and the days on which it is closed. */
export function CalendarFields({ draft, onChange: set, problem }: Props) {
  const { timeZone } = draft;
  return (
    <>
      <Select
        label={t('vendors.timeZone')}
        description={t('vendors.timeZoneHelp')}
        data={TIME_ZONES.includes(timeZone) ? TIME_ZONES : [timeZone, ...TIME_ZONES]}
        value={timeZone}
        onChange={(zone) => zone && set({ timeZone: zone })}
        error={problem?.of('timeZone')}
        searchable
        allowDeselect={false}
        limit={50}
        required
      />
      <Fieldset legend={t('vendors.hours')}>
        <OpeningTimes draft={draft} onChange={set} problem={problem} />
      </Fieldset>
      <Fieldset legend={t('vendors.closedOn')}>
        <ClosedDays draft={draft} onChange={set} problem={problem} />
      </Fieldset>
    </>
  );
}

function OpeningTimes({ draft: { hours }, onChange, problem }: Props) {
  const error = problem?.of('hours');
  const set = (index: number, change: Partial<VendorDraft['hours'][number]>): void =>
    onChange({ hours: withRow(hours, index, change) });
  const last = hours.at(-1);
  const next = { weekday: last ? (last.weekday % 7) + 1 : 1, opens: '08:00', closes: '17:00' };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('vendors.hoursHelp')}
      </Text>
      {error && <Input.Error>{error}</Input.Error>}
      <Rows
        rows={hours}
        labelOf={(n) => t('vendors.opening', { n: String(n) })}
        removeLabelOf={(n) => t('vendors.removeOpening', { n: String(n) })}
        addLabel={t('vendors.addOpening')}
        onAdd={() => onChange({ hours: [...hours, next] })}
        onRemove={(index) => onChange({ hours: hours.filter((_, at) => at !== index) })}
      >
        {({ weekday, opens, closes }, index) => (
          <>
            <Select
              flex="1 1 9rem"
              label={t('vendors.weekday')}
              data={WEEKDAYS.map((one) => ({ value: String(one), label: weekdayName(one) }))}
              value={String(weekday)}
              onChange={(day) => day && set(index, { weekday: Number(day) })}
              error={problem?.of(`hours.${index}.weekday`)}
              allowDeselect={false}
            />
            <TextInput
              flex="1 1 7rem"
              label={t('vendors.opens')}
              type="time"
              required
              value={opens}
              onChange={(event) => set(index, { opens: event.currentTarget.value })}
              error={problem?.of(`hours.${index}.opens`) ?? error !== undefined}
            />
            <TextInput
              flex="1 1 7rem"
              label={t('vendors.closes')}
              type="time"
              required
              value={closes}
              onChange={(event) => set(index, { closes: event.currentTarget.value })}
              error={problem?.of(`hours.${index}.closes`) ?? error !== undefined}
            />
          </>
        )}
      </Rows>
    </Stack>
  );
}

function ClosedDays({ draft: { closedOn }, onChange, problem }: Props) {
  const error = problem?.of('closedOn');
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('vendors.closedOnHelp')}
      </Text>
      {error && <Input.Error>{error}</Input.Error>}
      <Rows
        rows={closedOn}
        labelOf={(n) => t('vendors.closedDay', { n: String(n) })}
        removeLabelOf={(n) => t('vendors.removeClosedDay', { n: String(n) })}
        addLabel={t('vendors.addClosedDay')}
        onAdd={() => onChange({ closedOn: [...closedOn, ''] })}
        onRemove={(index) => onChange({ closedOn: closedOn.filter((_, at) => at !== index) })}
      >
        {(date, index) => (
          <TextInput
            flex="0 1 12rem"
            aria-label={t('vendors.closedDay', { n: String(index + 1) })}
            type="date"
            value={date}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onChange({ closedOn: closedOn.map((one, at) => (at === index ? value : one)) });
            }}
            error={error !== undefined}
          />
        )}
      </Rows>
    </Stack>
  );
}
