import '../../common/table/table.css';
import { Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { choicesOf, word } from '../../common/words.js';
import { SiteField } from '../../scan/place-fields.js';
import { t } from '../../text/text.js';
import { MissingFields } from '../missing-fields.js';
import type { MissingReport } from '../missing-report.js';
import { useFundingSources, useModels } from '../register-choices.js';
import { SETTABLE } from '../settable-statuses.js';
import { CHANGEABLE, type Changeable, type Chosen, mayBeEmptied, modelKey } from './chosen-changes.js';

export interface Draft {
  chosen: Chosen;
  report: MissingReport;
  note: string;
}

/** Chooses which fields to change, and to what. */
export function ChangeForm({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { chosen, report, note } = draft;
  const set = (field: Changeable, text: string | undefined): void => {
    const { [field]: _, ...others } = chosen;
    onChange({ ...draft, chosen: text === undefined ? others : { ...others, [field]: text } });
  };
  return (
    <Stack gap="md">
      <Text fw={600}>{t('changeMany.which')}</Text>
      {CHANGEABLE.map((field) => (
        <div key={field}>
          <Checkbox
            label={word('field', field)}
            checked={chosen[field] !== undefined}
            onChange={(event) => set(field, event.currentTarget.checked ? '' : undefined)}
          />
          {chosen[field] !== undefined && (
            <div className="change-field">
              <ValueField field={field} value={chosen[field]} onChange={(text) => set(field, text)} />
              {field === 'status' && chosen.status === 'missing' && (
                <MissingFields
                  report={report}
                  onChange={(change) => onChange({ ...draft, report: { ...report, ...change } })}
                />
              )}
            </div>
          )}
        </div>
      ))}
      <Textarea
        label={t('devices.reason')}
        description={t('devices.reasonHelp')}
        autosize
        maxLength={1000}
        value={note}
        onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
      />
    </Stack>
  );
}

interface FieldProps {
  field: Changeable;
  value: string;
  onChange: (text: string) => void;
}

function ValueField({ field, value, onChange }: FieldProps) {
  const label = t('changeMany.newValue', { field: word('field', field) });
  const help = mayBeEmptied(field) ? t('changeMany.blankClears') : undefined;
  if (field === 'site')
    return (
      <SiteField
        label={label}
        value={value || undefined}
        onChange={(code) => onChange(code ?? '')}
        required
      />
    );
  if (field === 'status')
    return (
      <Select
        label={label}
        data={choicesOf('status', SETTABLE)}
        value={value || null}
        onChange={(status) => onChange(status ?? '')}
        required
        allowDeselect={false}
      />
    );
  if (field === 'model') return <ModelField label={label} value={value} onChange={onChange} />;
  if (field === 'fundingSource')
    return <FundingField label={label} help={help} value={value} onChange={onChange} />;
  return (
    <TextInput
      label={label}
      description={help}
      type={field.endsWith('On') ? 'date' : 'text'}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
    />
  );
}

interface ChoiceProps {
  label: string;
  help?: string;
  value: string;
  onChange: (text: string) => void;
}

function ModelField({ label, value, onChange }: ChoiceProps) {
  const models = useModels();
  return (
    <Select
      label={label}
      description={t('changeMany.modelHelp')}
      data={models.map(({ manufacturer, name }) => ({
        value: modelKey(manufacturer, name),
        label: `${manufacturer} ${name}`,
      }))}
      value={value || null}
      onChange={(model) => onChange(model ?? '')}
      searchable
      limit={60}
      nothingFoundMessage={t('devices.noModel')}
      required
    />
  );
}

function FundingField({ label, help, value, onChange }: ChoiceProps) {
  const sources = useFundingSources();
  return (
    <Select
      label={label}
      description={help}
      data={sources}
      value={value || null}
      onChange={(name) => onChange(name ?? '')}
      searchable
      clearable
      limit={60}
      nothingFoundMessage={t('devices.noFunding')}
    />
  );
}
