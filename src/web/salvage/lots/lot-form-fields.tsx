import { Checkbox, NativeSelect, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { NameField } from '../../common/form/name-field.js';
import { type FieldsProps, type FilledRecord, RecordForm } from '../../common/form/record-form.js';
import { SiteSelect } from '../../common/site-select.js';
import { useVendorChoices } from '../../coverages/use-vendors.js';
import { t } from '../../text/text.js';
import { NoteField } from '../note-field.js';
import { LOT_FIELDS, type LotForm } from './lot-form.js';
import { routeChoices } from './lot-words.js';

type Fields = FieldsProps<LotForm>;

interface Props {
  record: FilledRecord<LotForm>;
  /** A lot that exists stays at its site, and stays a lot of batteries or of devices. */
  isNew: boolean;
  /** Its papers are made: only what they do not say can change. */
  isFrozen?: boolean;
  submit: string;
}

/** The form of a lot: by which route, to whom, and where it stands until then. */
export function LotFormFields({ record, isNew, isFrozen = false, submit }: Props) {
  return (
    <RecordForm record={record} submit={submit} ownErrors={LOT_FIELDS}>
      {(fields) => (
        <>
          {isFrozen ? (
            <Text size="sm">{t('lots.onlyOffPaper')}</Text>
          ) : (
            <RouteFields isNew={isNew} {...fields} />
          )}
          <PlaceFields isNew={isNew} {...fields} />
          <WipeFields isFrozen={isFrozen} {...fields} />
          <WasteField {...fields} />
          <NoteField {...fields} />
        </>
      )}
    </RecordForm>
  );
}

function RouteFields({ form, isNew, onChange, problem }: Fields & { isNew: boolean }) {
  const vendors = useVendorChoices();
  return (
    <>
      <NameField
        form={form}
        onChange={onChange}
        problem={problem}
        label={t('lots.name')}
        help={t('lots.nameHelp')}
      />
      {isNew && (
        <Checkbox
          size="md"
          label={t('lots.isBatteries')}
          description={t('lots.isBatteriesHelp')}
          checked={form.isBatteries}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ isBatteries: checked, ...(checked && { route: 'recycle' }) })
          }
        />
      )}
      <NativeSelect
        label={t('lots.route')}
        description={form.isBatteries ? t('lots.batteriesRecycled') : t('lots.routeHelp')}
        data={[{ value: '', label: t('common.chooseOne') }, ...routeChoices()]}
        value={form.route}
        onChange={(event) => onChange({ route: event.currentTarget.value })}
        error={problem?.of('route')}
        disabled={form.isBatteries}
        required
      />
      <Select
        label={t('lots.optional', { label: t('lots.recipient') })}
        description={t('lots.recipientHelp')}
        data={vendors}
        value={form.recipient || null}
        onChange={(recipient) => onChange({ recipient: recipient ?? '' })}
        error={problem?.of('recipient')}
        placeholder={t('common.chooseOne')}
        nothingFoundMessage={t('coverage.noVendorFound')}
        openOnFocus={false}
        searchable
        clearable
      />
    </>
  );
}

function PlaceFields({ form, isNew, onChange, problem }: Fields & { isNew: boolean }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: isNew ? 2 : 1 }} spacing="sm">
      {isNew && (
        <SiteSelect
          label={t('lots.site')}
          description={t('lots.siteHelp')}
          value={form.site || undefined}
          onChange={(site) => onChange({ site: site ?? '' })}
          error={problem?.of('site')}
          required
        />
      )}
      <TextInput
        label={t('lots.optional', { label: t('lots.place') })}
        description={t('lots.placeHelp')}
        value={form.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
        error={problem?.of('place')}
        maxLength={200}
        autoComplete="off"
      />
    </SimpleGrid>
  );
}

/** Whether the recipient removes the data, and by which contract. */
function WipeFields({ form, isFrozen, onChange, problem }: Fields & { isFrozen: boolean }) {
  // For a lease return, the district does it itself.
  if (form.route === 'lease_return') return null;
  return (
    <>
      {!isFrozen && (
        <Checkbox
          size="md"
          label={t('lots.wipedByRecipient')}
          description={t('lots.wipedByRecipientHelp')}
          checked={form.isWipedByRecipient}
          onChange={(event) => onChange({ isWipedByRecipient: event.currentTarget.checked })}
          error={problem?.of('wipe')}
        />
      )}
      {form.isWipedByRecipient && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {!isFrozen && (
            <TextInput
              label={t('lots.contract')}
              description={t('lots.contractHelp')}
              value={form.contract}
              onChange={(event) => onChange({ contract: event.currentTarget.value })}
              error={problem?.of('wipe.contract')}
              required
              maxLength={200}
              autoComplete="off"
            />
          )}
          <TextInput
            label={t('lots.certificate')}
            description={t('lots.certificateHelp')}
            value={form.certificate}
            onChange={(event) => onChange({ certificate: event.currentTarget.value })}
            error={problem?.of('wipe.certificate')}
            required
            maxLength={200}
            autoComplete="off"
          />
          <TextInput
            type="date"
            label={t('lots.validUntil')}
            value={form.validUntil}
            onChange={(event) => onChange({ validUntil: event.currentTarget.value })}
            error={problem?.of('wipe.validUntil')}
            required
          />
        </SimpleGrid>
      )}
    </>
  );
}

/** Only what is discarded is waste; what is sold, given away or returned is not. */
function WasteField({ form, onChange, problem }: Fields) {
  const isWaste = form.route === '' || form.route === 'recycle' || form.wasteSince !== '';
  if (!isWaste) return null;
  return (
    <TextInput
      type="date"
      label={t('lots.optional', { label: t('lots.wasteSince') })}
      description={t('lots.wasteSinceHelp')}
      value={form.wasteSince}
      onChange={(event) => onChange({ wasteSince: event.currentTarget.value })}
      error={problem?.of('wasteSince')}
    />
  );
}
