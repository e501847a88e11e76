import { Anchor, Card, Group, Select, Stack, Text } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { day, money } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { amountWords, payerWords, PURCHASE_STATES, PurchaseState } from './purchase-words.js';

type Purchase = Shape<'PurchaseView'>;

const route = getRouteApi('/shell/support');

/** Requests for support days: what was asked for, what it costs, and what was decided. */
export function SupportPage() {
  const asks = may(useSession(), 'support:request');
  const search = route.useSearch();
  const state = PURCHASE_STATES.find((one) => one === search.state);
  const navigate = useNavigate({ from: '/support' });
  return (
    <Page
      title={t('support.title')}
      about={t('support.about')}
      actions={
        <>
          <ListFiles path="/api/v1/allocation/purchases" names={{}} query={{ state }} />
          {asks && <LinkButton to="/support/new">{t('support.new')}</LinkButton>}
        </>
      }
    >
      <Select
        label={t('support.stateFilter')}
        data={PURCHASE_STATES.map((one) => ({ value: one, label: t(`support.${one}`) }))}
        value={state ?? null}
        onChange={(to) => void navigate({ search: to ? { state: to } : {} })}
        placeholder={t('support.all')}
        clearable
        maw={320}
      />
      <Stack gap="sm">
        <Pages
          queryKey={['purchases', state]}
          load={(cursor) =>
            answer(
              api.GET('/api/v1/allocation/purchases', { params: { query: { state, limit: 30, cursor } } }),
            )
          }
          empty={
            <Empty title={t('support.none')}>{state ? t('support.noneFits') : t('support.noneText')}</Empty>
          }
        >
          {(purchases) => purchases.map((one) => <PurchaseCard key={one.id} purchase={one} />)}
        </Pages>
      </Stack>
    </Page>
  );
}

function PurchaseCard({ purchase }: { purchase: Purchase }) {
  const { id, siteName, optionName, startsOn, endsOn, priceCents } = purchase;
  return (
    <Card withBorder component="article" aria-label={`${siteName}, ${amountWords(purchase)}`}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Anchor fw={600} renderRoot={(props) => <Link to="/support/$id" params={{ id }} {...props} />}>
            {t('support.requestTitle', { amount: amountWords(purchase), site: siteName })}
          </Anchor>
          <Text>{t('support.optionDates', { name: optionName, from: day(startsOn), to: day(endsOn) })}</Text>
          <Text size="sm" c="dimmed">
            {payerWords(purchase)}
          </Text>
        </div>
        <Stack gap={4} align="end">
          <PurchaseState state={purchase.state} />
          <Text fw={600}>{money(priceCents)}</Text>
        </Stack>
      </Group>
    </Card>
  );
}
