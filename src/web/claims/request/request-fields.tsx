import { Button, Fieldset, Group, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Problem } from '../../api/problem.js';
import { serviceChoices } from '../../coverages/coverage-words.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import type { RequestField, RequestFields } from './request-form.js';

interface Props {
  form: RequestFields;
  onChange: (change: Partial<RequestFields>) => void;
  problem: Problem | undefined;
  /** The vendor has the claim, so the service cannot be changed any more. */
  isSent?: boolean;
}

/** What the district asks for: the service, whom the vendor can ask, and where the device is shipped from. */
export function RequestInputs({ form, onChange, problem, isSent = false }: Props) {
  const text = (name: RequestField, field: string, more: object = {}): React.JSX.Element => (
    <TextInput
      label={t(`claimRequest.${name as TextField}`)}
      value={form[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(field)}
      maxLength={200}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {!isSent && (
          <Select
            label={t('claimRequest.requestedService')}
            data={serviceChoices()}
            value={form.requestedService || null}
            onChange={(service) => onChange({ requestedService: service ?? '' })}
            error={problem?.of('requestedService')}
            placeholder={t('claimRequest.noService')}
            openOnFocus={false}
            clearable
          />
        )}
        {text('districtReference', 'districtReference', {
          description: t('claimRequest.districtReferenceHelp'),
          inputWrapperOrder: ['label', 'input', 'description', 'error'],
          maxLength: 100,
        })}
      </SimpleGrid>
      <Fieldset legend={t('claimRequest.contact')}>
        <Stack gap="sm">
          <MyselfButton onChange={onChange} />
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            {text('contactName', 'contact.name')}
            {text('contactEmail', 'contact.email', { type: 'email', maxLength: 254 })}
            {text('contactPhone', 'contact.phone', { type: 'tel', maxLength: 50 })}
          </SimpleGrid>
        </Stack>
      </Fieldset>
      <Fieldset legend={t('claimRequest.shipFrom')}>
        <Stack gap="sm">
          <Radio.Group
            aria-label={t('claimRequest.shipFrom')}
            value={form.shipsFrom}
            onChange={(shipsFrom) => onChange({ shipsFrom })}
            error={problem?.of('shipFrom')}
          >
            <Group>
              <Radio value="site" label={t('claimRequest.fromSite')} />
              <Radio value="other" label={t('claimRequest.fromOther')} />
            </Group>
          </Radio.Group>
          {form.shipsFrom === 'other' && (
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              {text('shipName', 'shipFrom.name', { required: true })}
              {text('shipStreet', 'shipFrom.street', { required: true })}
              {text('shipCity', 'shipFrom.city', { required: true, maxLength: 100 })}
              {text('shipState', 'shipFrom.state', { required: true, maxLength: 50 })}
              {text('shipPostalCode', 'shipFrom.postalCode', { required: true, maxLength: 20 })}
            </SimpleGrid>
          )}
        </Stack>
      </Fieldset>
    </>
  );
}

type TextField = Exclude<RequestField, 'requestedService' | 'shipsFrom'>;

/** Most often, the vendor asks the technician who started the claim. */
function MyselfButton({ onChange }: Pick<Props, 'onChange'>) {
  const { name, email } = useSession();
  if (email === null) return null;
  return (
    <Group>
      <Button
        size="sm"
        variant="default"
        onClick={() => onChange({ contactName: name || email, contactEmail: email })}
      >
        {t('claimRequest.myself')}
      </Button>
    </Group>
  );
}
