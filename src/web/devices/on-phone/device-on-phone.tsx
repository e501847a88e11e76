import { Badge } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { NothingSaved } from '../../common/nothing-saved.js';
import { OfflineCopy } from '../../common/offline-copy.js';
import { Page } from '../../common/page.js';
import { Empty, Loading } from '../../common/states.js';
import { word } from '../../common/words.js';
import type { KnownDevice } from '../../journal/database.js';
import { lookUpCode } from '../../journal/field-index.js';
import { useField } from '../../journal/journal-context.js';
import { useSiteName } from '../../journal/site-names.js';
import { afterWaiting } from '../../journal/waiting-scans.js';
import { t } from '../../text/text.js';
import { FactList } from '../fact-list.js';
import { nameOfDevice } from '../device-names.js';

/** Without a connection: what this phone or computer knows of one device. */
export function DeviceOnPhone({ id, onRetry }: { id: string; onRetry: () => void }) {
  const { database } = useField();
  const device = useLiveQuery(async () => {
    const kept = await database.devices.get(id);
    if (!kept) return null;
    return (await afterWaiting(database))(kept);
  }, [database, id]);
  if (device === undefined) return <Loading />;
  const name = device ? nameOfDevice(device) : t('common.device');
  return (
    <Page
      title={name}
      about={
        device && (
          <>
            {device.model ?? word('kind', device.kind)}{' '}
            <Badge size="lg" variant="default">
              {word('status', device.status)}
            </Badge>
          </>
        )
      }
    >
      <OfflineCopy onRetry={onRetry} missing={device && t('devices.offlineFacts')}>
        {device ? <KnownFacts device={device} /> : <Empty title={t('devices.offlineUnknownDevice')} />}
      </OfflineCopy>
    </Page>
  );
}

/** Without a connection: the devices that have a code, as far as this phone or computer knows. */
export function CodeOnPhone({ code, onRetry }: { code: string; onRetry: () => void }) {
  const { database } = useField();
  const known = useLiveQuery(async () => {
    const { devices, hasIndex } = await lookUpCode(database, code);
    return { found: devices.map(await afterWaiting(database)), hasIndex };
  }, [database, code]);
  if (!known) return <Loading />;
  const { found, hasIndex } = known;
  return (
    <Page title={code}>
      <OfflineCopy onRetry={onRetry} missing={found.length > 0 && t('devices.offlineFacts')}>
        {found.length === 0 && !hasIndex && <NothingSaved />}
        {found.length === 0 && hasIndex && (
          <Empty title={t('devices.offlineUnknown', { code })}>{t('devices.offlineUnknownText')}</Empty>
        )}
        {found.map((device, i) => (
          <KnownFacts key={device.id ?? i} device={device} />
        ))}
      </OfflineCopy>
    </Page>
  );
}

function KnownFacts({ device }: { device: KnownDevice }) {
  const siteName = useSiteName();
  return (
    <FactList
      facts={[
        [t('field.serialNumber'), device.serialNumber],
        [t('field.model'), device.model],
        [t('field.kind'), word('kind', device.kind)],
        [t('field.status'), word('status', device.status)],
        [t('field.site'), siteName(device.site)],
        [t('field.room'), device.room],
        [t('field.cart'), device.cart],
        [t('field.codes'), device.codes.join(', ')],
      ]}
    />
  );
}
