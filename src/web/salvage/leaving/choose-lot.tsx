import { MOST_IN_LOT } from '../../../salvage/lots/lot-limits.js';
import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { FormWindow } from '../../common/form-window.js';
import { LinkButton } from '../../common/link-button.js';
import { Loaded } from '../../common/loaded.js';
import { type Total, totalWords } from '../../common/table/total.js';
import { number } from '../../common/words.js';
import { wholeList } from '../../devices/register-choices.js';
import { t } from '../../text/text.js';
import { type LotRow, titleOf } from '../lots/lot-words.js';

/** A page of the API. */
const LIMIT = 200;

interface Props {
  total: Total;
  areRetired: boolean;
  onChosen: (lot: LotRow) => void;
  onClose: () => void;
}

/** Asks which open lot the devices go on. */
export function ChooseLot({ total, areRetired, onChosen, onClose }: Props) {
  const [id, setId] = useState<string>();
  const query = useQuery({
    queryKey: ['lots', 'open'],
    queryFn: () =>
      wholeList((cursor) =>
        answer(api.GET('/api/v1/lots', { params: { query: { state: 'open', limit: LIMIT, cursor } } })),
      ),
  });
  const lot = query.data?.find((one) => one.id === id);
  const room = MOST_IN_LOT - (lot?.devices ?? 0);
  return (
    <FormWindow
      title={t('leaving.addToLotTitle', { count: total.count, number: totalWords(total) })}
      confirm={t('leaving.addToLot')}
      isPending={false}
      error={null}
      onConfirm={() => lot && onChosen(lot)}
      onClose={onClose}
    >
      <Loaded query={query} failed={t('common.listFailed')}>
        {(lots) => (
          <Stack gap="sm">
            {lots.length === 0 ? (
              <Text>{t('leaving.noOpenLot')}</Text>
            ) : (
              <Select
                data-autofocus
                label={t('lots.lot')}
                data={lots.map((one) => ({ value: one.id, label: titleOf(one) }))}
                value={id ?? null}
                onChange={(chosen) => setId(chosen ?? undefined)}
                placeholder={t('common.chooseOne')}
                nothingFoundMessage={t('lots.nothing')}
                openOnFocus={false}
                searchable
                required
              />
            )}
            {total.count > room && <Text>{t('leaving.roomFor', { count: room, number: number(room) })}</Text>}
            {!areRetired && <Text>{t('leaving.notRetired')}</Text>}
            <LinkButton to="/lots/new" variant="default">
              {t('lots.new')}
            </LinkButton>
          </Stack>
        )}
      </Loaded>
    </FormWindow>
  );
}
