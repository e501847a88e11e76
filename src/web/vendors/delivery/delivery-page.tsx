import { Alert, Checkbox, Fieldset, Radio, Select, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { api, answer, tagged } from '../../api/client.js';
import { useDraftEdit } from '../../common/use-draft-edit.js';
import { WeekdayFields } from '../../common/weekday-fields.js';
import { weekdayName, when } from '../../common/words.js';
import { useLayoutChoices } from '../../layouts/use-layouts.js';
import { t } from '../../text/text.js';
import { PartForm } from '../part/part-form.js';
import { type Saves, VendorPart } from '../part/vendor-part.js';
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
/** Errors that the fields show themselves. */
const SHOWN = /^(layout|delivery\.\w+|schedule\.(at|weekdays))$/;

const deliveryOf = (id: string) =>
  tagged(api.GET('/api/v1/vendors/{id}/delivery', { params: { path: { id } } }));

/** How files of claims reach a vendor, and when they go by themselves. */
export function DeliveryPage() {
  const { id } = route.useParams();
  return (
    <VendorPart
      id={id}
      name="delivery"
      title={t('delivery.title')}
      about={t('delivery.about')}
      load={() => deliveryOf(id)}
    >
      {({ value, etag }, saves) => <DeliveryEditor id={id} delivery={value} etag={etag} {...saves} />}
    </VendorPart>
  );
}

function DeliveryEditor({
  id,
  delivery,
  etag,
  saved,
  onSaved,
}: Saves & { id: string; delivery: VendorDelivery; etag: string }) {
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
    onSaved,
  });
  const { form, change } = edit;
  const layouts = useLayoutChoices(delivery.layout);
  return (
    <Stack>
      <Ran delivery={delivery} />
      <PartForm
        edit={edit}
        saved={saved}
        shown={SHOWN}
        labelOf={(field) => t(`delivery.${field}`)}
        wordsOf={wordsOf}
      >
        {(problem) => (
          <>
            <Select
              label={t('delivery.layout')}
              description={t('delivery.layoutHelp')}
              data={layouts}
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
                {form.hasSchedule && (
                  <WeekdayFields
                    value={form}
                    onChange={change}
                    errorOf={(field) => problem?.of(`schedule.${field}`)}
                  />
                )}
              </Stack>
            </Fieldset>
            <Checkbox
              label={t('delivery.allowsNames')}
              description={t('delivery.allowsNamesHelp')}
              checked={form.allowsNames}
              onChange={(event) => change({ allowsNames: event.currentTarget.checked })}
            />
          </>
        )}
      </PartForm>
    </Stack>
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

function wordsOf(field: keyof DeliveryDraft, value: DeliveryDraft[keyof DeliveryDraft]): string {
  if (typeof value === 'boolean') return value ? t('forms.yes') : t('forms.no');
  if (Array.isArray(value)) return value.map(weekdayName).join(', ');
  return field === 'by' ? t(`delivery.by_${value as DeliveryDraft['by']}`) : value;
}
