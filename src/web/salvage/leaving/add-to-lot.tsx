import { Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { FormWindow } from '../../common/form-window.js';
import { LinkButton } from '../../common/link-button.js';
import { Failed, Loading } from '../../common/states.js';
import { wholeList } from '../../devices/register-choices.js';
import { t } from '../../text/text.js';
import { titleOf } from '../lots/lot-words.js';

/** A page of the API. */
const LIMIT = 200;
/** Devices of one request. */
const MOST_AT_ONCE = 1_000;

interface Props {
  deviceIds: readonly string[];
  onClose: () => void;
}

/** Puts devices that somebody selected in the list on an open lot. */
export function AddToLot({ deviceIds, onClose }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [lot, setLot] = useState<string>();
  const lots = useQuery({
    queryKey: ['lots', 'open'],
    queryFn: () =>
      wholeList((cursor) =>
        answer(api.GET('/api/v1/lots', { params: { query: { state: 'open', limit: LIMIT, cursor } } })),
      ),
  });
  const adding = useMutation({
    mutationFn: async (id: string) => {
      let refused = 0;
      for (let from = 0; from < deviceIds.length; from += MOST_AT_ONCE) {
        const add = deviceIds.slice(from, from + MOST_AT_ONCE);
        const done = await answer(
          api.PUT('/api/v1/lots/{id}/devices', { params: { path: { id } }, body: { add, remove: [] } }),
        );
        refused += done.refused.length;
      }
      return { id, refused };
    },
    onSettled: () => queries.invalidateQueries(),
    onSuccess: async ({ id, refused }) => {
      if (refused === 0) await navigate({ to: '/lots/$id', params: { id } });
    },
  });
  const refused = adding.data?.refused ?? 0;
  const choices = (lots.data ?? []).map((one) => ({ value: one.id, label: titleOf(one) }));
  const confirm = (): void => {
    if (adding.data) void navigate({ to: '/lots/$id', params: { id: adding.data.id } });
    else if (lot !== undefined) adding.mutate(lot);
  };
  return (
    <FormWindow
      title={t('leaving.addToLotTitle', { count: deviceIds.length })}
      confirm={t(refused > 0 ? 'pickUp.toLot' : 'leaving.addToLot')}
      isPending={adding.isPending}
      error={adding.error && withoutRows(adding.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      {lots.error && !lots.data && (
        <Failed title={t('common.listFailed')} error={lots.error} onRetry={() => void lots.refetch()} />
      )}
      {!lots.data && !lots.error && <Loading />}
      {refused > 0 && <Text role="alert">{t('leaving.notAdded', { count: refused })}</Text>}
      {lots.data && refused === 0 && (
        <Stack gap="sm">
          {choices.length === 0 ? (
            <Text>{t('leaving.noOpenLot')}</Text>
          ) : (
            <Select
              data-autofocus
              label={t('lots.lot')}
              data={choices}
              value={lot ?? null}
              onChange={(id) => setLot(id ?? undefined)}
              placeholder={t('common.chooseOne')}
              nothingFoundMessage={t('lots.nothing')}
              openOnFocus={false}
              searchable
              required
            />
          )}
          <LinkButton to="/lots/new" variant="default">
            {t('lots.new')}
          </LinkButton>
        </Stack>
      )}
    </FormWindow>
  );
}

/** Of many devices, the reason of each would fill the window. */
function withoutRows(error: Error): Error {
  return error instanceof Problem && error.errors.length > 1
    ? new Problem(error.status, error.code, error.message)
    : error;
}
