import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import type { Shape } from '../api/problem.js';
import { FactList } from '../devices/fact-list.js';
import { t } from '../text/text.js';
import { draftOf, fieldWords } from './vendor-draft.js';

const FIELDS = [
  'roles',
  'timeZone',
  'hours',
  'closedOn',
  'acknowledgeWithinHours',
  'resolveWithinHours',
] as const;

/** A vendor for those who only read it: when it is open, what it promises, and whom to call. */
export function VendorFacts({ vendor }: { vendor: Shape<'VendorView'> }) {
  const draft = draftOf(vendor);
  return (
    <Stack maw={820}>
      {!vendor.isActive && <Text fw={600}>{t('vendors.inactive')}</Text>}
      <Paper withBorder p="md" component="section" aria-labelledby="vendor-contacts">
        <Title order={2} size="h4" id="vendor-contacts" mb="xs">
          {t('vendors.contacts')}
        </Title>
        {vendor.contacts.length === 0 && <Text c="dimmed">{t('vendors.noContacts')}</Text>}
        <Stack gap="sm">
          {vendor.contacts.map(({ level, name, email, phone }) => (
            <div key={`${level} ${email}`}>
              <Text fw={600}>
                {name} · {t('vendors.level', { level: String(level) })}
              </Text>
              <Anchor href={`mailto:${email}`} style={{ overflowWrap: 'anywhere' }}>
                {email}
              </Anchor>
              {phone !== null && (
                <Text>
                  <Anchor href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Anchor>
                </Text>
              )}
            </div>
          ))}
        </Stack>
      </Paper>
      <Paper withBorder p="md">
        <FactList
          facts={[
            ...FIELDS.map((field) => [t(`vendors.${field}`), fieldWords(field, draft)] as const),
            [t('vendors.notesFact'), vendor.notes],
          ]}
        />
      </Paper>
    </Stack>
  );
}
