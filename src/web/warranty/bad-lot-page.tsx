import './warranty.css';
import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { AskNote } from '../common/ask-note.js';
import { HistoryList } from '../common/history/history-list.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { GOOD, WAITS } from '../common/tones.js';
import { day, number, when } from '../common/words.js';
import { FactList } from '../devices/fact-list.js';
import { Panel } from '../support/panel.js';
import { t } from '../text/text.js';
import { tableOf } from './figures.js';
import { nameOfLot } from './lot-rates.js';

type Lot = Shape<'BadLotDetail'>;

const route = getRouteApi('/shell/warranty/lots/$id');
const PAGE = 100;

/** One bad lot: what was found, its devices, and what people did about it. */
export function BadLotPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['warranty', 'lot', id],
    queryFn: () => answer(api.GET('/api/v1/warranty/bad-lots/found/{id}', { params: { path: { id } } })),
  });
  if (error instanceof Problem && (error.status === 404 || error.status === 400))
    return (
      <Empty title={t('warranty.lotMissing')} isPage>
        <Text mb="sm">{t('warranty.lotMissingText')}</Text>
        <LinkButton to="/warranty">{t('warranty.back')}</LinkButton>
      </Empty>
    );
  if (error && !data)
    return <Failed title={t('warranty.lotNotShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Shown lot={data} />;
}

function Shown({ lot }: { lot: Lot }) {
  const { state, claimBy, steps } = lot;
  return (
    <Page
      title={nameOfLot(lot)}
      about={
        <Badge color={state === 'open' ? WAITS : GOOD}>
          {state === 'open' ? t('warranty.claimBy', { date: day(claimBy) }) : t('warranty.handled')}
        </Badge>
      }
      actions={
        <>
          <LinkButton to="/warranty" variant="default">
            {t('warranty.back')}
          </LinkButton>
          <Steps lot={lot} />
        </>
      }
    >
      <Panel title={t('warranty.lotFacts')}>
        <Facts lot={lot} />
      </Panel>
      <Devices id={lot.id} />
      <Panel title={t('warranty.history')}>
        <HistoryList
          entries={steps.toReversed().map(({ version, step, takenAt, takenByName, note }) => ({
            id: String(version),
            title: stepWords(step),
            at: takenAt,
            by: takenByName ?? undefined,
            changes: [],
            note: note ?? undefined,
          }))}
        />
      </Panel>
    </Page>
  );
}

function Facts({ lot }: { lot: Lot }) {
  const { failures, deviceYears, rateLow, rateHigh, restRate, coveredDevices, devices, foundAt } = lot;
  return (
    <FactList
      facts={[
        [
          t('warranty.failures'),
          t('warranty.failuresIn', { failures: number(failures), years: number(deviceYears) }),
        ],
        [
          t('warranty.lotRate'),
          t('warranty.lotRateText', {
            low: number(rateLow),
            high: number(rateHigh),
            rest: number(restRate),
          }),
        ],
        [
          t('warranty.devices'),
          t('warranty.coveredOf', {
            covered: number(coveredDevices),
            all: number(devices),
            date: day(lot.lastCoverageOn),
          }),
        ],
        [t('warranty.lotFound'), when(foundAt)],
      ]}
    />
  );
}

/** What the person who looks at the lot can do. */
function Steps({ lot: { id, nextSteps } }: { lot: Lot }) {
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const step = nextSteps[0]?.step === 'reopen' ? 'reopen' : 'handle';
  const taking = useMutation({
    mutationFn: (note: string) =>
      answer(
        api.POST('/api/v1/warranty/bad-lots/found/{id}/steps', {
          params: { path: { id } },
          body: { step, note },
        }),
      ),
    onSuccess: async () => {
      setIsAsking(false);
      await client.invalidateQueries({ queryKey: ['warranty'] });
    },
  });
  if (nextSteps.length === 0) return null;
  const isHandled = step === 'reopen';
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>
        {isHandled ? t('warranty.reopen') : t('warranty.handle')}
      </Button>
      {isAsking && (
        <AskNote
          title={isHandled ? t('warranty.reopenTitle') : t('warranty.handleTitle')}
          label={isHandled ? t('warranty.reopenLabel') : t('warranty.handleLabel')}
          confirm={isHandled ? t('warranty.reopen') : t('warranty.handle')}
          isRequired
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={(note) => note && taking.mutate(note)}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

function Devices({ id }: { id: string }) {
  return (
    <Panel
      title={t('warranty.lotDevices')}
      actions={<ListFiles path="/api/v1/warranty/bad-lots/found/{id}/devices" names={{ id }} isCompact />}
    >
      <Pages
        queryKey={['warranty', 'lot', id, 'devices']}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/warranty/bad-lots/found/{id}/devices', {
              params: { path: { id }, query: { limit: PAGE, cursor } },
            }),
          )
        }
        empty={<Text c="dimmed">{t('warranty.lotDevicesNone')}</Text>}
      >
        {(devices) => <DeviceTable devices={devices} />}
      </Pages>
    </Panel>
  );
}

function DeviceTable({ devices }: { devices: Shape<'BadLotDevice'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={tableOf(t('warranty.lotDevices'))}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('warranty.device')}</Table.Th>
            <Table.Th>{t('warranty.site')}</Table.Th>
            <Table.Th>{t('warranty.coveredUntil')}</Table.Th>
            <Table.Th>{t('warranty.latestClaim')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {devices.map(({ id, assetTag, serialNumber, siteName, coveredUntil, claim }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Group gap="xs">
                  <Anchor renderRoot={(props) => <Link to="/devices/$id" params={{ id }} {...props} />}>
                    {assetTag ?? serialNumber}
                  </Anchor>
                  {assetTag !== null && <Text size="sm">{serialNumber}</Text>}
                </Group>
              </Table.Td>
              <Table.Td data-label={t('warranty.site')}>{siteName}</Table.Td>
              <Table.Td data-label={t('warranty.coveredUntil')}>
                {coveredUntil === null ? t('warranty.notCovered') : day(coveredUntil)}
              </Table.Td>
              <Table.Td data-label={claim === null ? undefined : t('warranty.latestClaim')}>{claim}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function stepWords(step: string): string {
  const key = `warranty.step_${step}`;
  return t.has(key) ? (t as (key: string) => string)(key) : step;
}
