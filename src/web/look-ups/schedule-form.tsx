import { Button, Checkbox, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { FormProblem, useFocusOnProblem } from '../common/form-problem.js';
import { WeekdayFields, type WeekdayTime } from '../common/weekday-fields.js';
import { t } from '../text/text.js';

/** Monday to Friday at 2:00 AM, when nobody needs the manufacturer's service. */
const USUAL: WeekdayTime & { askAgainAfterDays: number | null } = {
  weekdays: [1, 2, 3, 4, 5],
  at: '02:00',
  askAgainAfterDays: 90,
};
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
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, saving.error);
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('lookUps.scheduleOf', { maker: manufacturer })}>
      <form onSubmit={submit} ref={element} noValidate>
        <Stack>
          <Text>{t('lookUps.scheduleText', { maker: manufacturer })}</Text>
          <FormProblem
            error={saving.error}
            fields={['schedule.weekdays', 'schedule.at', 'schedule.askAgainAfterDays']}
          />
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
                errorOf={(field) => problem?.of(`schedule.${field}`)}
              />
              <NumberInput
                label={t('lookUps.askAgain')}
                description={t('lookUps.askAgainHelp')}
                value={form.askAgainAfterDays ?? ''}
                onChange={(days) =>
                  setForm((before) => ({ ...before, askAgainAfterDays: days === '' ? null : Number(days) }))
                }
                error={problem?.of('schedule.askAgainAfterDays')}
                min={1}
                max={MOST_DAYS}
                allowDecimal={false}
                maw={260}
              />
            </>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
