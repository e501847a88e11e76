import { Autocomplete, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { SiteSelect, useSites } from '../common/site-select.js';
import { totalWords } from '../common/table/total.js';
import { usePlaces } from '../devices/register-choices.js';
import { t } from '../text/text.js';
import { PrintButtons, type PrintProps } from './print-buttons.js';

/** Labels of the devices of a site or of one of its rooms. */
export function SiteLabels({ onPrint, isPending }: PrintProps) {
  const [site, setSite] = useState<string>();
  const [room, setRoom] = useState('');
  const siteId = useSites()?.find(({ code }) => code === site)?.id;
  const rooms = usePlaces('rooms', siteId);
  const filter = { site: site ? [site] : [], ...(room.trim() ? { room: room.trim() } : {}) };
  const { data: total } = useQuery({
    queryKey: ['devices', 'count', filter],
    enabled: site !== undefined,
    queryFn: () => answer(api.GET('/api/v1/devices/count', { params: { query: filter } })),
  });
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <SiteSelect
          value={site}
          onChange={(code) => {
            setSite(code);
            setRoom('');
          }}
        />
        <Autocomplete
          label={t('labels.room')}
          data={rooms}
          value={room}
          onChange={setRoom}
          disabled={!site}
          limit={30}
        />
      </SimpleGrid>
      {site && total && (
        <Text role="status">{t('devices.total', { count: total.count, number: totalWords(total) })}</Text>
      )}
      <PrintButtons
        onPrint={onPrint({ filter })}
        isPending={isPending}
        disabled={!site || total?.count === 0}
      />
    </Stack>
  );
}
