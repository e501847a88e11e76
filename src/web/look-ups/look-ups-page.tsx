import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { t } from '../text/text.js';
import { AnswersTable } from './answers-table.js';
import { MakerCard } from './maker-card.js';

/** Asks manufacturers about warranties, and shows what they said. */
export function LookUpsPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['maker-accounts'],
    queryFn: () => answer(api.GET('/api/v1/maker-accounts')),
  });
  if (error && !data)
    return <Failed title={t('common.listFailed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Page title={t('lookUps.title')} about={t('lookUps.about')}>
      <Stack gap="xl">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          {data.makers.map((account) => (
            <MakerCard key={account.maker} account={account} />
          ))}
        </SimpleGrid>
        <AnswersTable />
      </Stack>
    </Page>
  );
}
