import { Checkbox, NumberInput, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { FormWindow } from '../common/form-window.js';
import { WeekdayFields, type WeekdayTime } from '../common/weekday-fields.js';
import { t } from '../text/text.js';

/** Monday to Friday at 2:00 AM, when nobody needs the manufacturer's service. */
const USUAL: WeekdayTime & { askAgainAfterDays: number | null } = {
  weekdays: [1, 2, 3, 4, 5],
  at: '02:00',
  askAgainAfterDays: 90,
};
const FIELDS = ['weekdays', 'at', 'askAgainAfterDays'] as const;
const MOST_DAYS = 3650;

/** Sets when Rollcall asks a manufacturer by itself. */
export function ScheduleForm({
  account: { maker, manufacturer, schedule },
  onClose,
}: {
  account: Shape<'MakerAccountView'>;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [isOn, setIsOn] = useState(schedule !== null);
  const [form, setForm] = useState(schedule ?? USUAL);
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/api/v1/maker-accounts/{maker}/schedule', {
          params: { path: { maker } },
          body: {
            schedule: isOn
              ? { ...form, weekdays: form.weekdays.toSorted((one, other) => one - other) }
              : null,
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['maker-accounts'] });
      onClose();
    },
  });
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  const of = (field: (typeof FIELDS)[number]): string | undefined => problem?.of(`schedule.${field}`);
  return (
    <FormWindow
      title={t('lookUps.scheduleOf', { maker: manufacturer })}
      confirm={t('common.save')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={FIELDS.some(of)}
      noValidate
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      <Text>{t('lookUps.scheduleText', { maker: manufacturer })}</Text>
      <Checkbox
        data-autofocus
        label={t('lookUps.hasSchedule')}
        checked={isOn}
        onChange={(event) => setIsOn(event.currentTarget.checked)}
      />
      {isOn && (
        <>
          <WeekdayFields
            value={form}
            onChange={(change) => setForm((before) => ({ ...before, ...change }))}
            errorOf={of}
          />
          <NumberInput
            label={t('lookUps.askAgain')}
            description={t('lookUps.askAgainHelp')}
            value={form.askAgainAfterDays ?? ''}
            onChange={(days) =>
              setForm((before) => ({ ...before, askAgainAfterDays: days === '' ? null : Number(days) }))
            }
            error={of('askAgainAfterDays')}
            min={1}
            max={MOST_DAYS}
            allowDecimal={false}
            maw={260}
          />
        </>
      )}
    </FormWindow>
  );
}
