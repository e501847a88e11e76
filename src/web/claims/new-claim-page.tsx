import { Button, Checkbox, Group, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconChevronDown } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty } from '../common/states.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { word } from '../common/words.js';
import { useVendorChoices } from '../coverages/use-vendors.js';
import { nameOfDevice } from '../devices/device-names.js';
import { FindDevice, OneDevice } from '../devices/one-device.js';
import { t } from '../text/text.js';
import { categoryChoices, isGone } from './claim-words.js';
import { apiName, REQUEST_FIELDS } from './editor/claim-form.js';
import { RequestInputs } from './request/request-fields.js';
import { NO_REQUEST, type RequestFields, requestOf } from './request/request-form.js';

const route = getRouteApi('/shell/claims/new');

/** Starts a claim for one device. */
export function NewClaimPage() {
  const { device } = route.useSearch();
  if (device === undefined) return <AskDevice />;
  return (
    <OneDevice key={device} id={device}>
      {(found) => <ForDevice device={found} />}
    </OneDevice>
  );
}

/** Asks which device is broken, by the codes on it. */
function AskDevice() {
  const navigate = useNavigate({ from: '/claims/new' });
  return (
    <FindDevice
      title={t('claims.newTitle')}
      about={t('claims.newFindAbout')}
      whyNot={(device) => (isGone(device) ? goneWords(device) : undefined)}
      onFound={(id) => navigate({ search: { device: id } })}
    />
  );
}

function goneWords(device: Pick<Shape<'DeviceFound'>, 'assetTag' | 'serialNumber' | 'status'>): string {
  return t('claims.newFindGone', { device: nameOfDevice(device), status: word('status', device.status) });
}

function ForDevice({ device }: { device: Shape<'DeviceDetail'> }) {
  return (
    <Page
      title={t('claims.newTitle')}
      about={t('claims.newAbout', {
        device: `${nameOfDevice(device)} (${device.manufacturer} ${device.model})`,
        site: device.siteName,
      })}
    >
      {isGone(device) ? <Gone device={device} /> : <NewClaimForm deviceId={device.id} />}
    </Page>
  );
}

function Gone({ device }: { device: Shape<'DeviceDetail'> }) {
  return (
    <Empty title={t('claims.newGone')}>
      <Text mb="sm">{goneWords(device)}</Text>
      <LinkButton to="/claims/new" search={{}}>
        {t('claims.newOther')}
      </LinkButton>
    </Empty>
  );
}

interface Form extends RequestFields {
  category: string;
  cause: string;
  observed: string;
  tried: string;
  vendor: string;
  staysInUse: boolean;
}

const NOTHING: Form = {
  ...NO_REQUEST,
  category: '',
  cause: 'defect',
  observed: '',
  tried: '',
  vendor: '',
  staysInUse: false,
};

/** Fields that show their own errors. */
const FIELDS = ['category', 'isAccidental', 'observed', 'tried', 'vendor'];
const MORE_FIELDS = REQUEST_FIELDS.map(apiName);

function NewClaimForm({ deviceId }: { deviceId: string }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isStarted = (form: Form): boolean => JSON.stringify(form) !== JSON.stringify(NOTHING);
  const draft = useDraft<Form>(`claim.new.${deviceId}`, NOTHING, isStarted);
  const form = draft.value;
  const starting = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/claims', { body: bodyOf(deviceId, form) })),
    onSuccess: async ({ id }) => {
      draft.discard();
      await queries.invalidateQueries();
      await navigate({ to: '/claims/$id', params: { id }, ignoreBlocker: true });
    },
  });
  const leave = async (): Promise<void> => {
    draft.discard();
    await navigate({ to: '/devices/$id', params: { id: deviceId }, ignoreBlocker: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    starting.mutate();
  };
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, starting.error);
  const problem = starting.error instanceof Problem ? starting.error : undefined;
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <UnsavedGuard isChanged={isStarted(form) && !starting.isSuccess} />
      <Stack maw={620}>
        <FormNotices
          isRestored={draft.isRestored}
          error={starting.error}
          fields={[...FIELDS, ...MORE_FIELDS]}
        />
        {problem?.code === 'CLAIM_OPEN' && (
          <Group>
            <LinkButton to="/claims" search={{ device: deviceId }} variant="default">
              {t('claims.showOpen')}
            </LinkButton>
          </Group>
        )}
        <ClaimFields
          form={form}
          onChange={(change) => draft.setValue((before) => ({ ...before, ...change }))}
          problem={problem}
        />
        <MoreFields
          form={form}
          onChange={(change) => draft.setValue((before) => ({ ...before, ...change }))}
          problem={problem}
        />
        <Group>
          <Button type="submit" loading={starting.isPending}>
            {t('claims.start')}
          </Button>
          <Button variant="default" onClick={() => void leave()}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function bodyOf(deviceId: string, form: Form): Shape<'NewClaimBody'> {
  const { category, cause, observed, tried, vendor, staysInUse } = form;
  return {
    deviceId,
    category: category as Shape<'NewClaimBody'>['category'],
    isAccidental: cause === 'accident',
    observed,
    tried: tried.trim() || null,
    staysInUse,
    ...(vendor && { vendor }),
    ...requestOf(form),
  };
}

/** What many claims leave out. It opens by itself where something in it is entered or wrong. */
function MoreFields(props: {
  form: Form;
  onChange: (change: Partial<Form>) => void;
  problem: Problem | undefined;
}) {
  const { form, problem } = props;
  const [isOpen, setIsOpen] = useState(REQUEST_FIELDS.some((field) => form[field] !== NO_REQUEST[field]));
  const isShown = isOpen || MORE_FIELDS.some((field) => problem?.of(field));
  return (
    <Stack gap="sm">
      <Group>
        <Button
          variant="default"
          aria-expanded={isShown}
          rightSection={
            <IconChevronDown size={16} aria-hidden style={isShown ? { rotate: '180deg' } : undefined} />
          }
          onClick={() => setIsOpen(!isShown)}
        >
          {t('claimRequest.more')}
        </Button>
      </Group>
      {isShown && <RequestInputs {...props} />}
    </Stack>
  );
}

function ClaimFields({
  form,
  onChange,
  problem,
}: {
  form: Form;
  onChange: (change: Partial<Form>) => void;
  problem: Problem | undefined;
}) {
  const vendors = useVendorChoices();
  return (
    <>
      <Select
        label={t('claims.category')}
        data={categoryChoices()}
        value={form.category || null}
        onChange={(category) => onChange({ category: category ?? '' })}
        error={problem?.of('category')}
        placeholder={t('common.chooseOne')}
        // After a refusal, the field has the focus and its error is read first.
        openOnFocus={false}
        searchable
        required
      />
      <Radio.Group
        label={t('claims.cause')}
        value={form.cause}
        onChange={(cause) => onChange({ cause })}
        error={problem?.of('isAccidental')}
        required
      >
        <Group mt={4}>
          <Radio value="defect" label={t('claims.defect')} />
          <Radio value="accident" label={t('claims.accident')} />
        </Group>
      </Radio.Group>
      <Textarea
        label={t('claims.observed')}
        description={t('claims.observedHelp')}
        value={form.observed}
        onChange={(event) => onChange({ observed: event.currentTarget.value })}
        error={problem?.of('observed')}
        required
        maxLength={2000}
        autosize
        minRows={2}
      />
      <Textarea
        label={t('claims.optional', { label: t('claims.tried') })}
        description={t('claims.triedHelp')}
        value={form.tried}
        onChange={(event) => onChange({ tried: event.currentTarget.value })}
        error={problem?.of('tried')}
        maxLength={2000}
        autosize
        minRows={2}
      />
      <Select
        label={t('claims.vendorOptional')}
        description={t('claims.vendorHelp')}
        data={vendors}
        value={form.vendor || null}
        onChange={(vendor) => onChange({ vendor: vendor ?? '' })}
        error={problem?.of('vendor')}
        placeholder={t('claims.vendorOfCoverage')}
        nothingFoundMessage={t('coverage.noVendorFound')}
        openOnFocus={false}
        searchable
        clearable
      />
      <Checkbox
        label={t('claims.staysInUse')}
        description={t('claims.staysInUseHelp')}
        checked={form.staysInUse}
        onChange={(event) => onChange({ staysInUse: event.currentTarget.checked })}
      />
    </>
  );
}
