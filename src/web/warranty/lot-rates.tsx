import './warranty.css';
import { Anchor, Badge, Button, Center, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { useIsPhone } from '../common/table/data-table.js';
import { useIsPrinting } from '../common/table/use-printing.js';
import { WAITS } from '../common/tones.js';
import { day, number, word } from '../common/words.js';
import { locale, t } from '../text/text.js';
import { Figures, tableOf } from './figures.js';
import { RateRange } from './rate-range.js';

type Lot = Shape<'LotView'>;

const SHOWN = 25;
/** Rows that a phone shows before somebody asks for all. */
const FEW = 5;

/** How often lots fail, each with the range of its rate, and which of them are bad. */
export function LotRates() {
  const query = useQuery({
    queryKey: ['warranty', 'lots'],
    queryFn: () => answer(api.GET('/api/v1/warranty/bad-lots', { params: { query: { limit: SHOWN } } })),
  });
  const from = query.data?.from;
  return (
    <Figures
      title={t('warranty.lots')}
      about={from ? t('warranty.lotsAbout', { from: day(from) }) : undefined}
      query={query}
    >
      {(rates) => (rates.lots.length === 0 ? <None rates={rates} /> : <Rates rates={rates} />)}
    </Figures>
  );
}

function None({ rates: { from } }: { rates: Shape<'LotRates'> }) {
  return <Text c="dimmed">{from === null ? t('warranty.noClaimsText') : t('warranty.lotsNone')}</Text>;
}

function Rates({ rates }: { rates: Shape<'LotRates'> }) {
  const { lots, tested, smallLots, smallestLot, errorRate } = rates;
  const most = Math.max(...lots.map(({ rateHigh }) => rateHigh ?? 0));
  const [isPhone, isPrinting] = [useIsPhone(), useIsPrinting()];
  const [isWhole, setIsWhole] = useState(false);
  const isCut = isPhone && !isPrinting && !isWhole && lots.length > FEW;
  return (
    <Stack gap="xs">
      <div className="wide" tabIndex={0} role="region" aria-label={tableOf(t('warranty.lots'))}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('warranty.lot')}</Table.Th>
              <Table.Th>{t('warranty.range')}</Table.Th>
              <Table.Th>{t('warranty.times')}</Table.Th>
              <Table.Th>{t('warranty.failures')}</Table.Th>
              <Table.Th>{t('warranty.devices')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(isCut ? lots.slice(0, FEW) : lots).map((lot) => (
              <LotRow key={`${lot.modelId} ${lot.purchaseReference ?? ''}`} lot={lot} most={most} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {isCut && (
        <Center>
          <Button variant="default" onClick={() => setIsWhole(true)}>
            {t('common.showMore')}
          </Button>
        </Center>
      )}
      <Text size="sm" c="dimmed">
        {t('warranty.lotsRule', {
          tested,
          small: smallLots,
          least: number(smallestLot),
          error: errorRate.toLocaleString(locale(), { style: 'percent' }),
        })}
      </Text>
    </Stack>
  );
}

function LotRow({ lot, most }: { lot: Lot; most: number }) {
  const { devices, failures, deviceYears, ratio } = lot;
  return (
    <Table.Tr>
      <Table.Td>
        <LotName lot={lot} />
      </Table.Td>
      <Table.Td>
        <RateRange rates={lot} most={most} />
      </Table.Td>
      <Table.Td data-label={t('warranty.times')}>
        {ratio === null ? '–' : t('warranty.timesWords', { times: rounded(ratio) })}
      </Table.Td>
      <Table.Td data-label={t('warranty.failures')}>
        {t('warranty.failuresIn', { failures: number(failures), years: number(deviceYears) })}
      </Table.Td>
      <Table.Td data-label={t('warranty.devices')}>{number(devices)}</Table.Td>
    </Table.Tr>
  );
}

function LotName({ lot }: { lot: Lot }) {
  const { kind, rank, notRanked, badLotId } = lot;
  const name = nameOfLot(lot);
  return (
    <>
      {badLotId === null ? (
        <Text fw={600}>{name}</Text>
      ) : (
        <Anchor
          fw={600}
          renderRoot={(props) => <Link to="/warranty/lots/$id" params={{ id: badLotId }} {...props} />}
        >
          {name}
        </Anchor>
      )}
      <Text size="sm" c="dimmed">
        {word('kind', kind)}
        {notRanked !== null && ` · ${t(`warranty.${notRanked}`)}`}
      </Text>
      {rank !== null && <Badge color={WAITS}>{t('warranty.badLot')}</Badge>}
    </>
  );
}

/** A model with the purchase under which its devices were bought. */
export function nameOfLot({ model, purchaseReference }: Pick<Lot, 'model' | 'purchaseReference'>): string {
  return `${model}, ${purchaseReference ?? t('warranty.noReference')}`;
}

function rounded(ratio: number): string {
  return ratio.toLocaleString(locale(), { maximumFractionDigits: 1 });
}
