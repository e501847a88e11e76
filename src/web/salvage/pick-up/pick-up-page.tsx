import '../lots/lots.css';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addressOf } from '../../api/address.js';
import { api, answer } from '../../api/client.js';
import { LinkButton } from '../../common/link-button.js';
import { Loaded } from '../../common/loaded.js';
import { Page } from '../../common/page.js';
import { Empty } from '../../common/states.js';
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
  const query = useQuery({
    queryKey: ['lot', id],
    queryFn: () => readLot(id),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Loaded query={query} failed={t('lots.failed')} missing={<NoLot />}>
      {({ value: lot }) => (
        <Page
          title={t('pickUp.title', { lot: titleOf(lot) })}
          about={[t(`lots.route_${lot.route}`), lot.recipientName, lot.siteName, lot.place]
            .filter(Boolean)
            .join(' · ')}
        >
          <OfLot key={id} lot={lot} />
        </Page>
      )}
    </Loaded>
  );
}

function OfLot({ lot }: { lot: Lot }) {
  if (lot.state === 'picked_up' || lot.state === 'settled') return <Done lot={lot} />;
  return lot.state === 'approved' ? <Approved lot={lot} /> : <NotYet lot={lot} />;
}

function Approved({ lot }: { lot: Lot }) {
  const { id } = lot;
  const query = useQuery({
    queryKey: ['lot-devices', id, 'all'],
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
  return (
    <Loaded query={query} failed={t('common.listFailed')}>
      {(devices) => <PickUpForm lot={lot} devices={devices} />}
    </Loaded>
  );
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
