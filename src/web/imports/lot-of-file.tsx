import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { t } from '../text/text.js';

/** The most lots that one question lists. */
const MOST = 200;

interface Props {
  /** Its number. */
  lot: string | undefined;
  onChange: (lot: string | undefined) => void;
}

/** Chooses the lot that a file of a recycler is about, among those that were picked up. */
export function LotOfFile({ lot, onChange }: Props) {
  const { data } = useQuery({
    queryKey: ['lots', 'picked-up'],
    queryFn: () =>
      answer(api.GET('/api/v1/lots', { params: { query: { state: 'picked_up', limit: MOST } } })),
  });
  const choices = (data?.items ?? []).map(({ number, name }) => ({
    value: String(number),
    label: t('lots.titleOf', { number: String(number), name }),
  }));
  const isListed = lot === undefined || choices.some(({ value }) => value === lot);
  return (
    <Select
      label={t('imports.lot')}
      description={t('imports.lotHelp')}
      data={isListed ? choices : [{ value: lot, label: t('imports.lotNumber', { number: lot }) }, ...choices]}
      value={lot ?? null}
      onChange={(value) => onChange(value ?? undefined)}
      searchable
      clearable
      nothingFoundMessage={t('imports.lotNone')}
    />
  );
}

/** Goes to the lot of a file, or where the file names several, to all of them. */
export function SeeLot({ found: { options } }: { found: Shape<'ImportDetail'> }) {
  const { lot: number } = options;
  const { data } = useQuery({
    queryKey: ['lots', 'number', number],
    enabled: number !== undefined,
    queryFn: () => answer(api.GET('/api/v1/lots', { params: { query: { number, limit: 1 } } })),
  });
  const id = data?.items[0]?.id;
  if (id === undefined) return <LinkButton to="/lots">{t('imports.seeLots')}</LinkButton>;
  return (
    <LinkButton to="/lots/$id" params={{ id }}>
      {t('imports.seeLot', { number: String(number) })}
    </LinkButton>
  );
}
