import { Group, Text } from '@mantine/core';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';

/** What to do about a scan that could not start a claim. Nothing of other scans. */
export function ClaimConflict({ conflict: { reason, device } }: { conflict: Shape<'ConflictView'> }) {
  if (!may(useSession(), 'warranty:edit') || !device) return null;
  if (reason === 'CLAIM_VENDOR_MISSING')
    return (
      <Advice text={t('claims.conflictVendor')}>
        <LinkButton to="/claims/new" search={{ device: device.id }} variant="default" size="sm">
          {t('claims.start')}
        </LinkButton>
      </Advice>
    );
  if (reason === 'CLAIM_OPEN')
    return (
      <Advice text={t('claims.conflictOpen')}>
        <LinkButton to="/claims" search={{ device: device.id }} variant="default" size="sm">
          {t('claims.conflictShow')}
        </LinkButton>
      </Advice>
    );
  return null;
}

function Advice({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <>
      <Text mt="xs">{text}</Text>
      <Group mt="xs">{children}</Group>
    </>
  );
}
