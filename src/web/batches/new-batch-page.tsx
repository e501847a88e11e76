import '../claims/claims.css';
import { Alert, Button, Group, Paper, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { Problem, type Shape, wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { useVendorChoices } from '../coverages/use-vendors.js';
import { t } from '../text/text.js';
import { Remarks } from './remarks.js';

type Preview = Shape<'LayoutPreview'>;

const route = getRouteApi('/shell/claim-batches/new');

/** Shows what the file of a vendor's ready claims would have and what they lack, and makes it. */
export function NewBatchPage() {
  const { vendor } = route.useSearch();
  const navigate = useNavigate({ from: '/claim-batches/new' });
  return (
    <Page
      title={t('batches.make')}
      about={t('batches.makeAbout')}
      actions={
        <LinkButton to="/claim-batches" variant="default">
          {t('batches.all')}
        </LinkButton>
      }
    >
      <Select
        label={t('claims.vendor')}
        data={useVendorChoices()}
        value={vendor ?? null}
        onChange={(picked) => void navigate({ search: { vendor: picked ?? undefined } })}
        placeholder={t('common.chooseOne')}
        nothingFoundMessage={t('coverage.noVendorFound')}
        searchable
        maw={420}
      />
      {vendor !== undefined && <ForVendor key={vendor} vendor={vendor} />}
    </Page>
  );
}

function ForVendor({ vendor }: { vendor: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['claim-preview', vendor],
    queryFn: () => answer(api.POST('/api/v1/claim-layouts/preview', { body: { vendor } })),
    // What is shown must be what is sent.
    staleTime: 0,
  });
  if (error instanceof Problem && error.status === 409) return <NothingReady error={error} />;
  if (error && !data)
    return <Failed title={t('batches.previewFailed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.claimCount + data.notSent.length === 0) return <NothingReady />;
  return (
    <>
      <Make vendor={vendor} preview={data} />
      <Lacking preview={data} />
      {data.claimCount > 0 && <Rows preview={data} />}
    </>
  );
}

function NothingReady({ error }: { error?: Error }) {
  return (
    <Empty title={t('batches.nothingReady')}>
      <Text mb="sm">{error ? wordsOf(error) : t('batches.nothingReadyText')}</Text>
      <LinkButton to="/claims">{t('claims.allClaims')}</LinkButton>
    </Empty>
  );
}

function Make({ vendor, preview: { claimCount, hasNames } }: { vendor: string; preview: Preview }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/claim-batches', { body: { vendor } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries();
      await navigate({ to: '/claim-batches/$id', params: { id } });
    },
  });
  return (
    <Stack gap="sm">
      {hasNames && <Alert color="orange">{t('batches.namesText')}</Alert>}
      {making.error && <Failed title={t('batches.notMade')} error={making.error} />}
      {claimCount > 0 && (
        <Group>
          <Button loading={making.isPending} onClick={() => making.mutate()}>
            {t('batches.makeOf', { count: claimCount })}
          </Button>
          <Text size="sm">{t('batches.makeText')}</Text>
        </Group>
      )}
    </Stack>
  );
}

/** Claims that stay ready, and what was cut or replaced in the others. */
function Lacking({ preview: { notSent, changed } }: { preview: Preview }) {
  return (
    <>
      {notSent.length > 0 && (
        <Alert color="orange" title={t('batches.notSent', { count: notSent.length })}>
          <Text mb="xs">{t('batches.notSentText')}</Text>
          <Remarks claims={notSent} />
        </Alert>
      )}
      {changed.length > 0 && (
        <Alert color="cyan" title={t('batches.changed', { count: changed.length })}>
          <Remarks claims={changed} />
        </Alert>
      )}
    </>
  );
}

/** The first rows of a file, as it would be. */
export function Rows({ preview: { headers, rows, rowCount } }: { preview: Preview }) {
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {t('batches.rows', { count: rowCount })}
      </Title>
      <div className="wide" tabIndex={0} role="region" aria-label={t('batches.rows', { count: rowCount })}>
        <Table className="file-rows">
          <Table.Thead>
            <Table.Tr>
              {headers.map((header, i) => (
                <Table.Th key={`${header} ${i}`}>{header}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((cells, row) => (
              <Table.Tr key={row}>
                {cells.map((cell, column) => (
                  <Table.Td key={column}>{cell === null ? '' : String(cell)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rowCount > rows.length && (
        <Text size="sm" c="dimmed">
          {t('batches.firstRows', { count: rows.length })}
        </Text>
      )}
    </Paper>
  );
}
