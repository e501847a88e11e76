import { Text } from '@mantine/core';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { TextLink } from '../common/text-link.js';
import { when } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { OutcomeBadge } from './outcome-badge.js';
import { RecordsOfDevice } from './records-of-device.js';

/** While a device is in use, nobody asks for this. */
const SHOWN: readonly string[] = ['in_stock', 'in_repair', 'retired', 'disposed'];

/** How the data on one device was removed, newest first, and the way to record it. */
export function DeviceSanitizations({ device: { id, status } }: { device: Shape<'DeviceDetail'> }) {
  const edits = may(useSession(), 'salvage:edit') && status !== 'disposed';
  if (!SHOWN.includes(status)) return null;
  return (
    <RecordsOfDevice
      name="sanitizations"
      deviceId={id}
      title={t('salvage.wipedOfDevice')}
      action={
        edits && (
          <LinkButton to="/sanitizations/new" search={{ device: id }} variant="default">
            {t('salvage.record')}
          </LinkButton>
        )
      }
      none={t('salvage.wipedOfDeviceNone')}
      load={(query) => answer(api.GET('/api/v1/sanitizations', { params: { query } }))}
    >
      {(record) => (
        <>
          <TextLink fw={600} to="/sanitizations/$id" params={{ id: record.id }}>
            {t(`salvage.technique_${record.technique}`)}
          </TextLink>
          <OutcomeBadge of={record} />
          <Text size="sm">{when(record.doneAt)}</Text>
        </>
      )}
    </RecordsOfDevice>
  );
}
