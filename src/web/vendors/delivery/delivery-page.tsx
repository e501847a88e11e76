import { Alert, Button, Checkbox, Fieldset, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer, tagged } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { EditClashes } from '../../common/edit-clashes.js';
import { FormNotices } from '../../common/form-notices.js';
import { useFocusOnProblem } from '../../common/form-problem.js';
import { LinkButton } from '../../common/link-button.js';
import { Page } from '../../common/page.js';
import { Failed, Loading } from '../../common/states.js';
import { UnsavedGuard } from '../../common/unsaved-guard.js';
import { useDraftEdit } from '../../common/use-draft-edit.js';
import { weekdayName, when } from '../../common/words.js';
import { useLayoutChoices } from '../../layouts/use-layouts.js';
import { t } from '../../text/text.js';
import { useVendorName } from '../use-vendor-name.js';
import {
  bodyOfDelivery,
  type DeliveryDraft,
  draftOfDelivery,
  isDeliveryChanged,
  type VendorDelivery,
} from './delivery-draft.js';
import { WayFields } from './way-fields.js';

const route = getRouteApi('/shell/vendors/$id/delivery');

const WAYS = ['download', 'email', 'sftp', 'https'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Errors that the fields show themselves. */
const SHOWN = /^(layout|delivery\.\w+|schedule\.(at|weekdays))$/;

const deliveryOf = (id: string) =>
  tagged(api.GET('/api/v1/vendors/{id}/delivery', { params: { path: { id } } }));

/** How files of claims reach a vendor, and when they go by themselves. */
export function DeliveryPage() {
  const { id } = route.useParams();
  const [saves, setSaves] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ['vendor', id, 'delivery'],
    queryFn: () => deliveryOf(id),
  });
  if (error && !data)
    return <Failed title={t('delivery.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  // After a save, the form begins anew with what is saved.
  return (
    <Shown
      key={`${id} ${saves}`}
      id={id}
      delivery={data.value}
      etag={data.etag}
      isSaved={saves > 0}
      onSaved={() => setSaves(saves + 1)}
    />
  );
}

function Shown({
  id,
  delivery,
  etag,
  isSaved,
  onSaved,
}: {
  id: string;
  delivery: VendorDelivery;
  etag: string;
  isSaved: boolean;
  onSaved: () => void;
}) {
  const queries = useQueryClient();
  const name = useVendorName(id);
  // Without a draft: secrets are not kept anywhere.
  const edit = useDraftEdit<DeliveryDraft>({
    saved: draftOfDelivery(delivery),
    etag,
    isChanged: isDeliveryChanged,
    save: ({ form, etag: version }) =>
      answer(
        api.PUT('/api/v1/vendors/{id}/delivery', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: bodyOfDelivery(form),
        }),
      ),
    read: async () => {
      const now = await deliveryOf(id);
      return { form: draftOfDelivery(now.value), etag: now.etag };
    },
    onSaved: async () => {
      await queries.invalidateQueries();
      onSaved();
    },
  });
  return (
    <Page
      title={t('delivery.title')}
      about={name}
      actions={
        <LinkButton to="/vendors/$id" params={{ id }} variant="default">
          {t('delivery.vendor')}
        </LinkButton>
      }
    >
      <UnsavedGuard isChanged={edit.isUnsaved} />
      <Ran delivery={delivery} />
      {isSaved && !edit.isChanged && (
        <Alert color="green" role="status">
          {t('delivery.saved')}
        </Alert>
      )}
      <Form edit={edit} delivery={delivery} />
    </Page>
  );
}

/** When the schedule ran last and runs next, and what came of it. */
function Ran({ delivery: { nextRunAt, ranAt, ranWith } }: { delivery: VendorDelivery }) {
  if (nextRunAt === null && ranAt === null) return null;
  return (
    <Alert color="cyan">
      {[
        nextRunAt && t('delivery.nextRun', { when: when(nextRunAt) }),
        ranAt && t('delivery.lastRun', { when: when(ranAt), with: ranWith ?? '' }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Alert>
  );
}

function Form({
  edit,
  delivery,
}: {
  edit: ReturnType<typeof useDraftEdit<DeliveryDraft>>;
  delivery: VendorDelivery;
}) {
  const { form, change, error } = edit;
  const problem = error instanceof Problem ? error : undefined;
  const shown = (problem?.errors ?? []).map(({ field }) => field).filter((field) => SHOWN.test(field));
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (edit.isChanged) edit.save();
  };
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <Stack maw={720}>
        <FormNotices
          error={error}
          fields={shown}
          clashes={<EditClashes edit={edit} labelOf={(field) => t(`delivery.${field}`)} wordsOf={wordsOf} />}
        />
        <Select
          label={t('delivery.layout')}
          description={t('delivery.layoutHelp')}
          data={useLayoutChoices(delivery.layout)}
          value={form.layout}
          onChange={(layout) => layout && change({ layout })}
          error={problem?.of('layout')}
          allowDeselect={false}
        />
        <Radio.Group label={t('delivery.by')} value={form.by} onChange={(by) => change({ by })}>
          <Stack gap="xs" mt={4}>
            {WAYS.map((way) => (
              <Radio key={way} value={way} label={t(`delivery.by_${way}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <WayFields draft={form} onChange={change} problem={problem} secrets={delivery.secrets} />
        <Fieldset legend={t('delivery.schedule')}>
          <Stack gap="sm">
            <Checkbox
              label={t('delivery.hasSchedule')}
              description={t('delivery.hasScheduleHelp')}
              checked={form.hasSchedule}
              onChange={(event) => change({ hasSchedule: event.currentTarget.checked })}
            />
            {form.hasSchedule && <ScheduleFields form={form} change={change} problem={problem} />}
          </Stack>
        </Fieldset>
        <Checkbox
          label={t('delivery.allowsNames')}
          description={t('delivery.allowsNamesHelp')}
          checked={form.allowsNames}
          onChange={(event) => change({ allowsNames: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit" loading={edit.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ScheduleFields({
  form,
  change,
  problem,
}: {
  form: DeliveryDraft;
  change: (change: Partial<DeliveryDraft>) => void;
  problem: Problem | undefined;
}) {
  return (
    <>
      <Checkbox.Group
        label={t('delivery.weekdays')}
        value={form.weekdays.map(String)}
        onChange={(picked) => change({ weekdays: picked.map(Number) })}
        error={problem?.of('schedule.weekdays')}
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
        value={form.at}
        onChange={(event) => change({ at: event.currentTarget.value })}
        error={problem?.of('schedule.at')}
        maw={200}
      />
    </>
  );
}

function wordsOf(field: keyof DeliveryDraft, value: DeliveryDraft[keyof DeliveryDraft]): string {
  if (typeof value === 'boolean') return value ? t('forms.yes') : t('forms.no');
  if (Array.isArray(value)) return value.map(weekdayName).join(', ');
  return field === 'by' ? t(`delivery.by_${value as DeliveryDraft['by']}`) : value;
}
