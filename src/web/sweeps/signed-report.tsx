import { Group, Paper, Text, Title } from '@mantine/core';
import { addressOf } from '../api/address.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { FileMenu } from '../common/list-files.js';
import { when } from '../common/words.js';
import { t } from '../text/text.js';
import './sweeps.css';

/** The report of a closed sweep: who signed it, with the signature, and its files. */
export function SignedReport({ sweep }: { sweep: Shape<'SweepDetail'> }) {
  const { id, signedName, isDrawn, closedAt, note } = sweep;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="sweep-report">
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h4" id="sweep-report" mb="xs">
            {signedName === null ? t('sweeps.reportUnsigned') : t('sweeps.report')}
          </Title>
          {signedName === null ? (
            <Text>{t('sweeps.notSigned')}</Text>
          ) : (
            <>
              {isDrawn && (
                <img
                  className="signature-picture"
                  src={addressOf('/api/v1/sweeps/{id}/signature', { id })}
                  alt={t('sweeps.signedPicture', { name: signedName })}
                />
              )}
              <Text fw={600}>{t('sweeps.signedBy', { name: signedName })}</Text>
              <Text size="sm" c="dimmed">
                {when(closedAt)}
              </Text>
            </>
          )}
          {note && <Text mt="xs">{note}</Text>}
        </div>
        <Group gap="xs">
          <FileMenu
            addressIn={(format) => addressOf('/api/v1/sweeps/{id}/report/{format}', { id, format })}
          />
          <LinkButton to="/labels" search={{ sweep: id }} variant="default">
            {t('sweeps.labels')}
          </LinkButton>
        </Group>
      </Group>
    </Paper>
  );
}
