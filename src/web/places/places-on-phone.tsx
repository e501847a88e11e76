import { Anchor, SimpleGrid, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { NothingSaved } from '../common/nothing-saved.js';
import { OfflineCopy } from '../common/offline-copy.js';
import { Loading } from '../common/states.js';
import type { FieldSite } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { useFullSites } from '../journal/use-full-sites.js';
import { afterWaiting } from '../journal/waiting-scans.js';
import { t } from '../text/text.js';

/** Without a connection: the rooms and carts of a site that have devices in use. */
export function PlacesOnPhone({ site, onRetry }: { site: FieldSite; onRetry: () => void }) {
  const { database } = useField();
  const devices = useLiveQuery(async () => {
    const now = (await database.devices.toArray()).map(await afterWaiting(database));
    return now.filter((device) => device.site === site.code);
  }, [database, site.code]);
  const sites = useFullSites();
  if (sites && !sites.full.includes(site.code))
    return (
      <OfflineCopy onRetry={onRetry}>
        <NothingSaved site={site.name} />
      </OfflineCopy>
    );
  return (
    <OfflineCopy onRetry={onRetry} missing={t('places.offlineEmpty')}>
      {devices && sites ? (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Counted of="cart" site={site.code} names={devices.map(({ cart }) => cart)} />
          <Counted of="room" site={site.code} names={devices.map(({ room }) => room)} />
        </SimpleGrid>
      ) : (
        <Loading />
      )}
    </OfflineCopy>
  );
}

/** Each room or cart with the number of its devices, by name. */
function Counted({ of, site, names }: { of: 'room' | 'cart'; site: string; names: (string | null)[] }) {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].toSorted(([one], [other]) =>
    one.localeCompare(other, undefined, { numeric: true }),
  );
  const title = of === 'room' ? t('places.rooms') : t('places.carts');
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {t('places.counted', { title, count: String(sorted.length) })}
      </Title>
      {sorted.map(([name, count]) => (
        <Text key={name}>
          <Anchor
            underline="always"
            renderRoot={(props) => <Link to="/devices" search={{ site, [of]: name }} {...props} />}
          >
            {name}
          </Anchor>
          : {t('common.devices', { count })}
        </Text>
      ))}
    </section>
  );
}
