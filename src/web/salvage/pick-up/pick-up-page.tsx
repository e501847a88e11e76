import '../lots/lots.css';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addressOf } from '../../api/address.js';
import { api, answer } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { LinkButton } from '../../common/link-button.js';
import { Page } from '../../common/page.js';
import { Empty, Failed, Loading } from '../../common/states.js';
import { wholeList } from '../../devices/register-choices.js';
import { t } from '../../text/text.js';
import { readLot } from '../lots/lot-editor.js';
import { NoLot } from '../lots/lot-page.js';
import { type Lot, titleOf } from '../lots/lot-words.js';
import { inOrder } from './pick-up-draft.js';
import { PickUpForm } from './pick-up-form.js';

const route = getRouteApi('/shell/lots/$id/pick-up');

/** A page of the API. */
const LIMIT = 200;
/** Several people may scan at the dock. */
const REFRESH_MS = 10_000;

/** The pick-up of a lot, on a phone at the dock: what is there, what is not, and the signature of the driver. */
export function PickUpPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['lot', id],
    queryFn: () => readLot(id),
    refetchInterval: REFRESH_MS,
  });
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) return <NoLot />;
  if (error && !data) return <Failed title={t('lots.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const lot = data.value;
  return (
    <Page
      title={t('pickUp.title', { lot: titleOf(lot) })}
      about={[t(`lots.route_${lot.route}`), lot.recipientName, lot.siteName, lot.place]
        .filter(Boolean)
        .join(' · ')}
    >
      <OfLot key={id} lot={lot} />
    </Page>
  );
}

function OfLot({ lot }: { lot: Lot }) {
  const { id, state } = lot;
  const { data, error, refetch } = useQuery({
    queryKey: ['lot-devices', id, 'all'],
    enabled: state === 'approved',
    refetchInterval: REFRESH_MS,
    queryFn: async () =>
      inOrder(
        await wholeList((cursor) =>
          answer(
            api.GET('/api/v1/lots/{id}/devices', {
              params: { path: { id }, query: { limit: LIMIT, cursor, sort: 'addedAt' } },
            }),
          ),
        ),
      ),
  });
  if (state === 'picked_up' || state === 'settled') return <Done lot={lot} />;
  if (state !== 'approved') return <NotYet lot={lot} />;
  if (error && !data)
    return <Failed title={t('common.listFailed')} error={error} onRetry={() => void refetch()} />;
  return data ? <PickUpForm lot={lot} devices={data} /> : <Loading />;
}

function Done({ lot: { id, counted, driverName, driverCompany, differences } }: { lot: Lot }) {
  return (
    <Alert color="green" role="status" title={t('pickUp.done')}>
      <Text mb="sm">
        {t('pickUp.doneText', {
          count: counted ?? 0,
          driver: [driverName, driverCompany].filter(Boolean).join(', '),
          differences: differences.length,
        })}
      </Text>
      <Group gap="xs">
        <Button component="a" href={addressOf('/api/v1/lots/{id}/receipt.pdf', { id })} download>
          {t('lots.receiptPdf')}
        </Button>
        <LinkButton to="/lots/$id" params={{ id }} variant="default">
          {t('pickUp.toLot')}
        </LinkButton>
      </Group>
    </Alert>
  );
}

function NotYet({ lot: { id, state } }: { lot: Lot }) {
  return (
    <Empty title={t(state === 'cancelled' ? 'pickUp.cancelled' : 'pickUp.notYet')}>
      <Text mb="sm">{t(state === 'cancelled' ? 'pickUp.cancelledText' : 'pickUp.notYetText')}</Text>
      <LinkButton to="/lots/$id" params={{ id }}>
        {t('pickUp.toLot')}
      </LinkButton>
    </Empty>
  );
}
