import { Autocomplete, Fieldset, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { KINDS } from '../../catalogue/kinds.js';
import type { Problem } from '../api/problem.js';
import { SiteSelect, useSites } from '../common/site-select.js';
import { choicesOf, word } from '../common/words.js';
import { t } from '../text/text.js';
import type { DeviceForm, EditedField } from './device-fields.js';
import { MissingFields } from './missing-fields.js';
import type { MissingReport } from './missing-report.js';
import { useFundingSources, useModels, usePlaces } from './register-choices.js';
import { SETTABLE } from './settable-statuses.js';

interface Props {
  form: DeviceForm;
  onChange: (change: Partial<DeviceForm>) => void;
  problem: Problem | undefined;
  /** How the device went missing, where its status is being changed to that. */
  report?: { value: MissingReport; onChange: (change: Partial<MissingReport>) => void };
}

/** What can be said of a device, in groups; each field shows what is wrong with it. */
export function DeviceFormFields({ form, onChange, problem, report }: Props) {
  const field = (name: EditedField) => ({
    label: word('field', name),
    value: form[name],
    onChange: (text: string) => onChange({ [name]: text }),
    error: problem?.of(name),
  });
  return (
    <>
      <FieldGroup title={t('devices.groupIdentity')}>
        <TextField {...field('assetTag')} />
        <TextField {...field('serialNumber')} />
      </FieldGroup>
      <ModelFields form={form} onChange={onChange} field={field} />
      <PlaceFields form={form} onChange={onChange} problem={problem} field={field} report={report} />
      <FieldGroup title={t('devices.groupPurchase')}>
        <TextField {...field('purchasedOn')} type="date" />
        <TextField {...field('inServiceOn')} type="date" />
        <TextField {...field('costCents')} label={t('devices.costDollars')} />
        <TextField {...field('purchaseReference')} />
        <FundingField {...field('fundingSource')} />
      </FieldGroup>
      <Textarea
        label={word('field', 'notes')}
        autosize
        minRows={2}
        value={form.notes}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
        error={problem?.of('notes')}
      />
    </>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error: string | undefined;
}

type FieldOf = (name: EditedField) => FieldProps;

function TextField({ onChange, type = 'text', ...field }: FieldProps & { type?: 'text' | 'date' }) {
  return (
    <TextInput
      {...field}
      type={type}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
    />
  );
}

function FieldGroup({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Fieldset legend={title}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}

/** A model that the district has already brings its maker and its type. */
function ModelFields({
  form,
  onChange,
  field,
}: {
  form: DeviceForm;
  onChange: (change: Partial<DeviceForm>) => void;
  field: FieldOf;
}) {
  const models = useModels();
  const makers = [...new Set(models.map(({ manufacturer }) => manufacturer))];
  const ofMaker = models.filter(
    ({ manufacturer }) => form.manufacturer === '' || manufacturer === form.manufacturer,
  );
  const pick = (name: string): void => {
    const known = ofMaker.find((model) => model.name === name);
    onChange(known ? { model: name, manufacturer: known.manufacturer, kind: known.kind } : { model: name });
  };
  return (
    <FieldGroup title={t('devices.groupModel')}>
      <Autocomplete {...field('manufacturer')} data={makers} limit={30} />
      <Autocomplete
        {...field('model')}
        data={[...new Set(ofMaker.map(({ name }) => name))]}
        onChange={pick}
        limit={30}
        required
      />
      <Select
        {...field('kind')}
        data={choicesOf('kind', KINDS)}
        value={form.kind || null}
        onChange={(kind) => onChange({ kind: kind ?? '' })}
      />
    </FieldGroup>
  );
}

function PlaceFields({ form, onChange, problem, field, report }: Props & { field: FieldOf }) {
  const site = useSites()?.find(({ code }) => code === form.site);
  const rooms = usePlaces('rooms', site?.id);
  const carts = usePlaces('carts', site?.id);
  return (
    <Fieldset legend={t('devices.groupPlace')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <Select
          {...field('status')}
          data={choicesOf('status', SETTABLE)}
          value={form.status || null}
          onChange={(status) => onChange({ status: status ?? '' })}
          allowDeselect={false}
        />
        <SiteSelect
          value={form.site || undefined}
          onChange={(code) => onChange({ site: code ?? '' })}
          error={problem?.of('site')}
          required
        />
        <Autocomplete {...field('room')} data={rooms} limit={30} />
        <Autocomplete {...field('cart')} data={carts} limit={30} />
      </SimpleGrid>
      {report && <MissingFields report={report.value} onChange={report.onChange} problem={problem} />}
    </Fieldset>
  );
}

function FundingField(field: FieldProps) {
  return <Autocomplete {...field} data={useFundingSources()} limit={30} />;
}
