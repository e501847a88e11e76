import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { KINDS } from '../../catalogue/kinds.js';
import { STATUSES } from '../../devices/statuses.js';
import type { Problem } from '../api/problem.js';
import { KIND_WORDS, STATUS_WORDS } from '../common/words.js';
import { SiteField } from '../scan/place-fields.js';
import type { DeviceForm, EditedField } from './device-fields.js';

interface Props {
  form: DeviceForm;
  onChange: (change: Partial<DeviceForm>) => void;
  problem: Problem | undefined;
}

const TEXTS: readonly [EditedField, string, type?: string][] = [
  ['assetTag', 'Asset tag'],
  ['serialNumber', 'Serial number'],
  ['manufacturer', 'Manufacturer'],
  ['model', 'Model'],
  ['room', 'Room'],
  ['cart', 'Cart'],
  ['purchasedOn', 'Purchased on', 'date'],
  ['inServiceOn', 'In service on', 'date'],
  ['costCents', 'Cost in dollars'],
  ['purchaseReference', 'Purchase order'],
  ['fundingSource', 'Funding source'],
];

/** Statuses that a person sets here; void and disposed have gates of their own. */
const SETTABLE = STATUSES.filter((status) => status !== 'void' && status !== 'disposed');

/** What can be said of a device. */
export function DeviceFormFields({ form, onChange, problem }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
      {TEXTS.map(([field, label, type]) => (
        <TextInput
          key={field}
          label={label}
          type={type ?? 'text'}
          value={form[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          error={problem?.of(field)}
          autoComplete="off"
        />
      ))}
      <Select
        label="Kind"
        data={KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] ?? kind }))}
        value={form.kind || null}
        onChange={(kind) => onChange({ kind: kind ?? '' })}
        error={problem?.of('kind')}
      />
      <Select
        label="Status"
        data={SETTABLE.map((status) => ({ value: status, label: STATUS_WORDS[status] ?? status }))}
        value={form.status || null}
        onChange={(status) => onChange({ status: status ?? '' })}
        error={problem?.of('status')}
      />
      <SiteField value={form.site || undefined} onChange={(site) => onChange({ site: site ?? '' })} />
      <Textarea
        label="Notes"
        autosize
        minRows={2}
        value={form.notes}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
        error={problem?.of('notes')}
      />
    </SimpleGrid>
  );
}
