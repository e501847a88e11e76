import { Text } from '@mantine/core';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { LinkButton } from '../../common/link-button.js';
import { TextLink } from '../../common/text-link.js';
import { when } from '../../common/words.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { RecordsOfDevice } from '../records-of-device.js';
import { ResultBadge } from './result-badge.js';

const AT_HAND: readonly string[] = ['in_stock', 'in_repair', 'retired'];

/** What was recommended for one device, newest first, and the way to assess it. */
export function DeviceAssessments({ device: { id, status } }: { device: Shape<'DeviceDetail'> }) {
  const isAtHand = AT_HAND.includes(status);
  const edits = may(useSession(), 'salvage:edit') && isAtHand;
  if (!isAtHand && status !== 'disposed') return null;
  return (
    <RecordsOfDevice
      name="assessments"
      deviceId={id}
      title={t('assess.title')}
      action={
        edits && (
          <LinkButton to="/assessments/new" search={{ device: id }} variant="default">
            {t('assess.assessThis')}
          </LinkButton>
        )
      }
      none={t('assess.ofDeviceNone')}
      load={(query) => answer(api.GET('/api/v1/assessments', { params: { query } }))}
    >
      {(assessment) => (
        <>
          <TextLink fw={600} to="/assessments/$id" params={{ id: assessment.id }}>
            {when(assessment.assessedAt)}
          </TextLink>
          <ResultBadge of={assessment} />
          <Text size="sm">{assessment.assessedByName}</Text>
        </>
      )}
    </RecordsOfDevice>
  );
}
