import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Empty } from '../common/states.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { when } from '../common/words.js';
import { useAttention } from '../journal/attention.js';
import type { JournalScan } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { outcomeOf } from '../journal/outcomes.js';
import { t } from '../text/text.js';
import { type Names, toldOf, useNames } from './told.js';

/** Scans that the server did not do: what each one was, why, and what to do now. They are counted until somebody has seen them. */
export function AttentionPage() {
  const { journal } = useField();
  const names = useNames();
  const scans = useAttention();
  if (!scans) return null;
  return (
    <Page
      title={t('attention.title')}
      about={scans.length > 0 ? t('attention.text') : undefined}
      actions={
        scans.length > 1 && (
          <Button variant="default" onClick={() => void journal.markSeen(scans.map(({ seq }) => seq))}>
            {t('attention.markAllSeen')}
          </Button>
        )
      }
    >
      {scans.length === 0 && (
        <Empty title={t('attention.none')}>
          <LinkButton to="/scan">{t('attention.backToScan')}</LinkButton>
        </Empty>
      )}
      <Stack gap="sm">
        {scans.toReversed().map((scan) => (
          <AttentionCard
            key={scan.id}
            scan={scan}
            names={names}
            onSeen={() => void journal.markSeen([scan.seq])}
          />
        ))}
      </Stack>
    </Page>
  );
}

function AttentionCard({ scan, names, onSeen }: { scan: JournalScan; names: Names; onSeen: () => void }) {
  const { title, detail } = toldOf(scan, names);
  const waitsInInbox = scan.answer && outcomeOf(scan.answer) !== 'refused';
  return (
    <Paper withBorder p="sm" component="article" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text>{detail}</Text>
      <Text size="sm" c="dimmed">
        {t('attention.scannedAt', { when: when(scan.scannedAt) })}
      </Text>
      <Group gap="xs" mt="xs">
        {waitsInInbox && (
          <LinkButton px="sm" to="/inbox">
            {t('attention.openInbox')}
          </LinkButton>
        )}
        <Button variant="default" px="sm" onClick={onSeen}>
          {t('attention.markSeen')}
        </Button>
      </Group>
    </Paper>
  );
}
