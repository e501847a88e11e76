import { Fieldset, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Problem } from '../api/problem.js';
import { t } from '../text/text.js';
import { Rows, withRow } from './rows.js';
import { type ContactDraft, LEVELS, type VendorDraft } from './vendor-draft.js';

interface Props {
  draft: VendorDraft;
  onChange: (change: Partial<VendorDraft>) => void;
  problem: Problem | undefined;
}

/** Whom the district writes to, by level of escalation. */
export function ContactFields({ draft: { contacts }, onChange, problem }: Props) {
  const all = contacts.map((contact, index) => ({ contact, index }));
  return (
    <Fieldset legend={t('vendors.contacts')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('vendors.contactsHelp')}
        </Text>
        {LEVELS.map((level) => (
          <section key={level}>
            <Title order={2} size="h5" mb="xs">
              {t('vendors.level', { level: String(level) })}
            </Title>
            <ContactsOfLevel
              level={level}
              rows={all.filter(({ contact }) => contact.level === level)}
              problem={problem}
              onAdd={() => onChange({ contacts: [...contacts, { level, name: '', email: '', phone: '' }] })}
              onRemove={(index) => onChange({ contacts: contacts.filter((_, at) => at !== index) })}
              onChange={(index, change) => onChange({ contacts: withRow(contacts, index, change) })}
            />
          </section>
        ))}
      </Stack>
    </Fieldset>
  );
}

/** `index` is the place of a contact among those of all levels, by which the API names its errors. */
function ContactsOfLevel({
  level,
  rows,
  problem,
  onAdd,
  onRemove,
  onChange,
}: {
  level: number;
  rows: { contact: ContactDraft; index: number }[];
  problem: Problem | undefined;
  onAdd: () => void;
  onRemove: (index: number) => void;
  onChange: (index: number, change: Partial<ContactDraft>) => void;
}) {
  return (
    <Rows
      rows={rows}
      labelOf={(n) => t('vendors.contact', { level: String(level), n: String(n) })}
      removeLabelOf={(n) => t('vendors.removeContact', { level: String(level), n: String(n) })}
      addLabel={t('vendors.addContact', { level: String(level) })}
      onAdd={onAdd}
      onRemove={(at) => onRemove(rows[at]?.index ?? -1)}
    >
      {({ contact, index }) => (
        <>
          <TextInput
            flex="1 1 11rem"
            label={t('vendors.contactName')}
            value={contact.name}
            onChange={(event) => onChange(index, { name: event.currentTarget.value })}
            error={problem?.of(`contacts.${index}.name`)}
            required
            maxLength={200}
            autoComplete="off"
          />
          <TextInput
            flex="1 1 13rem"
            label={t('vendors.contactEmail')}
            type="email"
            value={contact.email}
            onChange={(event) => onChange(index, { email: event.currentTarget.value })}
            error={problem?.of(`contacts.${index}.email`)}
            required
            maxLength={320}
            autoComplete="off"
          />
          <TextInput
            flex="1 1 9rem"
            label={t('vendors.contactPhone')}
            type="tel"
            value={contact.phone}
            onChange={(event) => onChange(index, { phone: event.currentTarget.value })}
            error={problem?.of(`contacts.${index}.phone`)}
            maxLength={50}
            autoComplete="off"
          />
        </>
      )}
    </Rows>
  );
}
