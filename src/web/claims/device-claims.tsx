import './claims.css';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Failed, Loading } from '../common/states.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { ClaimStateBadge } from './claim-card.js';
import { useClaims } from './claim-list.js';
import { OtherDevice } from './replacement/other-device.js';
import { ageWords, isGone } from './claim-words.js';

/** More of them are rare, and are on a page of their own. */
const MOST = 10;

/** The claims of one device, newest first, and the way to start one. */
export function DeviceClaims({ device }: { device: Shape<'DeviceDetail'> }) {
  const { id } = device;
  const list = useClaims({ device: id }, MOST);
  const edits = may(useSession(), 'warranty:edit');
  return (
    <section aria-labelledby="claims">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="claims">
            {t('claims.ofDevice')}
          </Title>
          {edits && !isGone(device) && (
            <LinkButton to="/claims/new" search={{ device: id }} variant="default">
              {t('claims.start')}
            </LinkButton>
          )}
        </Group>
        {list.error && <Failed title={t('common.listFailed')} error={list.error} onRetry={list.retry} />}
        {list.isLoading && <Loading />}
        {!list.error && !list.isLoading && list.rows.length === 0 && (
          <Text c="dimmed">{t('claims.ofDeviceNone')}</Text>
        )}
        {list.rows.map((claim) => (
          <Group key={claim.id} component="article" gap="sm" aria-label={claim.number}>
            <Anchor
              fw={600}
              renderRoot={(props) => <Link to="/claims/$id" params={{ id: claim.id }} {...props} />}
            >
              {claim.number}
            </Anchor>
            <ClaimStateBadge state={claim.state} />
            <Text size="sm">
              {t(`claims.category_${claim.category}`)} · {claim.vendorName} · {ageWords(claim)}
            </Text>
            <OtherDevice claim={claim} deviceId={id} />
          </Group>
        ))}
        {list.hasMore && edits && (
          <Anchor
            renderRoot={(props) => <Link to="/claims" search={{ device: id, show: 'all' }} {...props} />}
          >
            {t('claims.ofDeviceAll')}
          </Anchor>
        )}
      </Stack>
    </section>
  );
}
