import '../claims/claims.css';
import { Alert, Anchor, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { number, when } from '../common/words.js';
import { FactList } from '../devices/fact-list.js';
import { t } from '../text/text.js';
import { BatchBadges, batchName } from './batches-page.js';
import { Deliveries } from './deliveries.js';
import { Remarks } from './remarks.js';

type Batch = Shape<'BatchDetail'>;

const route = getRouteApi('/shell/claim-batches/$id');

/** One file of claims: its bytes and their hash, where it was sent, and its claims. */
export function BatchPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['claim-batch', id],
    queryFn: () => answer(api.GET('/api/v1/claim-batches/{id}', { params: { path: { id } } })),
  });
  if (error instanceof Problem && (error.status === 404 || error.status === 400))
    return (
      <Empty title={t('batches.notFound')} isPage>
        <LinkButton to="/claim-batches">{t('batches.all')}</LinkButton>
      </Empty>
    );
  if (error && !data)
    return <Failed title={t('batches.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Shown batch={data} />;
}

function Shown({ batch }: { batch: Batch }) {
  const { id, changed } = batch;
  return (
    <Page
      title={batchName(batch)}
      about={
        <Group gap="xs">
          <span>
            {when(batch.createdAt)} · {batch.createdByName ?? t('batches.bySchedule')}
          </span>
          <BatchBadges batch={batch} />
        </Group>
      }
      actions={
        <>
          <LinkButton to="/claim-batches" variant="default">
            {t('batches.all')}
          </LinkButton>
          <Button
            component="a"
            variant="default"
            href={addressOf('/api/v1/claim-batches/{id}/manifest.pdf', { id })}
            download
          >
            {t('batches.manifest')}
          </Button>
          <Button component="a" href={addressOf('/api/v1/claim-batches/{id}/file', { id })} download>
            {t('batches.download')}
          </Button>
        </>
      }
    >
      {batch.supersededBy !== null && (
        <Alert color="orange" title={t('batches.superseded')}>
          <Anchor
            renderRoot={(props) => (
              <Link to="/claim-batches/$id" params={{ id: batch.supersededBy ?? '' }} {...props} />
            )}
          >
            {t('batches.newer')}
          </Anchor>
        </Alert>
      )}
      {changed.length > 0 && (
        <Alert color="cyan" title={t('batches.changed', { count: changed.length })}>
          <Remarks claims={changed} />
        </Alert>
      )}
      <div className="claim-parts">
        <Facts batch={batch} />
        <Deliveries batchId={id} isSuperseded={batch.supersededBy !== null} />
      </div>
      <Claims batch={batch} />
      {batch.supersededBy === null && <Correct batch={batch} />}
    </Page>
  );
}

function Facts({ batch }: { batch: Batch }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="batch-facts">
      <Title order={2} size="h4" id="batch-facts" mb="xs">
        {t('batches.file')}
      </Title>
      <FactList
        facts={[
          [
            t('batches.fileName'),
            <span key="name" className="remarks">
              {batch.fileName}
            </span>,
          ],
          [t('batches.size'), t('batches.bytes', { count: batch.sizeBytes })],
          [
            t('batches.hash'),
            <Code key="hash" className="remarks">
              {batch.sha256}
            </Code>,
          ],
          [t('batches.claims'), number(batch.claimCount)],
          [t('batches.rowCount'), number(batch.rowCount)],
          [
            t('batches.layout'),
            t('batches.layoutVersion', { layout: batch.layout, version: String(batch.layoutVersion) }),
          ],
        ]}
      />
    </Paper>
  );
}

/** The claims of the file, in its order. */
function Claims({ batch: { id, claims } }: { batch: Batch }) {
  const { data, error } = useQuery({
    queryKey: ['claim-batch', id, 'manifest'],
    queryFn: () => answer(api.GET('/api/v1/claim-batches/{id}/manifest', { params: { path: { id } } })),
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="batch-claims">
      <Title order={2} size="h4" id="batch-claims" mb="xs">
        {t('batches.claims')}
      </Title>
      {error && <Failed title={t('common.listFailed')} error={error} />}
      {!data && !error && <Loading />}
      <Group gap="sm">
        {data?.claims.map(({ number: name }, i) => (
          <Anchor
            key={name}
            renderRoot={(props) => <Link to="/claims/$id" params={{ id: claims[i] ?? '' }} {...props} />}
          >
            {name}
          </Anchor>
        ))}
      </Group>
    </Paper>
  );
}

/** A batch is never edited: a new one takes its place. */
function Correct({ batch: { id, vendor } }: { batch: Batch }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const correcting = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/claim-batches', { body: { vendor, supersedes: id } })),
    onSuccess: async (made) => {
      await queries.invalidateQueries();
      await navigate({ to: '/claim-batches/$id', params: { id: made.id } });
    },
  });
  return (
    <Stack gap="xs" align="start">
      {correcting.error && <Failed title={t('batches.notMade')} error={correcting.error} />}
      <Text size="sm" c="dimmed">
        {t('batches.correctText')}
      </Text>
      <Button variant="default" loading={correcting.isPending} onClick={() => correcting.mutate()}>
        {t('batches.correct')}
      </Button>
    </Stack>
  );
}
