import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { ListFiles } from '../common/list-files.js';
import { WAITS } from '../common/tones.js';
import { day, number } from '../common/words.js';
import { t } from '../text/text.js';
import { Figures } from './figures.js';
import { nameOfLot } from './lot-rates.js';

const SHOWN = 20;

/** Bad lots for which claims can still be made, those that end first at the top. */
export function FoundLots() {
  const query = useQuery({
    queryKey: ['warranty', 'found'],
    queryFn: () =>
      answer(
        api.GET('/api/v1/warranty/bad-lots/found', { params: { query: { state: 'open', limit: SHOWN } } }),
      ),
  });
  return (
    <Figures
      title={t('warranty.found')}
      about={t('warranty.foundAbout')}
      query={query}
      actions={<ListFiles path="/api/v1/warranty/bad-lots/found" names={{}} isCompact />}
    >
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{t('warranty.foundNone')}</Text>
        ) : (
          <Stack gap="sm">
            {items.map((lot) => (
              <FoundLot key={lot.id} lot={lot} />
            ))}
          </Stack>
        )
      }
    </Figures>
  );
}

function FoundLot({ lot }: { lot: Shape<'BadLotView'> }) {
  const { id, claimBy, coveredDevices, devices, lastCoverageOn } = lot;
  return (
    <div>
      <Group gap="xs">
        <Anchor fw={600} renderRoot={(props) => <Link to="/warranty/lots/$id" params={{ id }} {...props} />}>
          {nameOfLot(lot)}
        </Anchor>
        <Badge color={WAITS}>{t('warranty.claimBy', { date: day(claimBy) })}</Badge>
      </Group>
      <Text size="sm">
        {t('warranty.coveredOf', {
          covered: number(coveredDevices),
          all: number(devices),
          date: day(lastCoverageOn),
        })}
      </Text>
    </div>
  );
}
