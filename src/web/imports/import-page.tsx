import {
  Alert,
  Button,
  Group,
  List,
  Modal,
  Paper,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { number, when, word } from '../common/words.js';
import { JobProgress } from '../jobs/job-popover.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import type { ImportKind } from './import-kinds.js';
import { ImportState } from './imports-page.js';
import { SeeLot } from './lot-of-file.js';
import { NotedRows } from './noted-rows.js';
import { RefusedRows } from './refused-rows.js';
import { isAtWork, loadImport } from './upload-import.js';

type Import = Shape<'ImportDetail'>;

const route = getRouteApi('/shell/imports/$id');
const ASK_EVERY_MS = 700;

/** One import: how far it is, what it would change or has changed, and what can be done with it. */
export function ImportPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['import', id],
    queryFn: () => loadImport(id),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? ASK_EVERY_MS : false),
  });
  useRefreshOnceDone(data?.state);
  if (error && !data)
    return <Failed title={t('imports.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const kind = data.kind as ImportKind;
  return (
    <Page
      title={t('imports.fileTitle', { kind: t(`imports.${kind}`), name: data.fileName })}
      about={when(data.createdAt)}
      actions={<ImportState state={data.state} />}
    >
      <Progress found={data} />
      {data.plan && data.state !== 'rehearsing' && data.state !== 'uploaded' && <Numbers plan={data.plan} />}
      <Decision found={data} />
      {data.warnings.length > 0 && data.state === 'rehearsed' && (
        <Alert color="orange" title={t('imports.warnings')}>
          <List size="sm">
            {data.warnings.map(({ code, column, detail }) => (
              <List.Item key={`${code} ${column ?? ''}`}>{detail}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {!isAtWork(data) && <RefusedRows found={data} />}
      {!isAtWork(data) && kind === 'settlements' && <NotedRows found={data} />}
      <Columns mapping={data.mapping} />
    </Page>
  );
}

/** Updates what this device keeps, once the rows of the file are imported or the import is undone. */
function useRefreshOnceDone(state: Import['state'] | undefined): void {
  const { refreshNow } = useField();
  const before = useRef(state);
  useEffect(() => {
    const hasEnded = state && !isAtWork({ state }) && state !== 'rehearsed';
    if (hasEnded && before.current && before.current !== state) refreshNow();
    before.current = state;
  }, [state, refreshNow]);
}

function Progress({ found }: { found: Import }) {
  const { job } = found;
  if (!job || !isAtWork(found)) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t(`imports.${found.state}`)}>
      <Text fw={600}>{t(`imports.${found.state}`)}</Text>
      <JobProgress job={job} />
    </Paper>
  );
}

/** How many rows had each outcome. */
function Numbers({ plan }: { plan: Shape<'ImportPlan'> }) {
  const all = ['rows', 'add', 'change', 'unchanged', 'refused', 'held', 'noted'] as const;
  // A number that is none says nothing, but for those that everybody looks for.
  const shown = all.filter((name) => ['rows', 'add', 'refused'].includes(name) || plan[name] > 0);
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 6 }} spacing="xs">
      {shown.map((name) => (
        <Paper key={name} withBorder p="sm">
          <Text size="sm" c="dimmed">
            {t(`imports.${name}`)}
          </Text>
          <Text fw={700} size="xl">
            {number(plan[name])}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

/** What can be done now: import it, choose another file, undo it. */
function Decision({ found }: { found: Import }) {
  const { id, state, plan, kind } = found;
  const queries = useQueryClient();
  const [asksUndo, setAsksUndo] = useState(false);
  const path = { params: { path: { id } } };
  const onSettled = async (): Promise<void> => {
    setAsksUndo(false);
    await queries.invalidateQueries();
  };
  const committing = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/imports/{id}/commit', path)),
    onSettled,
  });
  const undoing = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/imports/{id}/undo', path)),
    onSettled,
  });
  const error = committing.error ?? undoing.error;
  const count = (plan?.add ?? 0) + (plan?.change ?? 0);
  const another = (
    <LinkButton
      to="/imports/new"
      search={{ kind, lot: found.options.lot === undefined ? undefined : String(found.options.lot) }}
      variant="default"
    >
      {t('imports.another')}
    </LinkButton>
  );
  return (
    <Stack gap="sm">
      {error && (
        <Alert color="red" role="alert">
          {wordsOf(error)}
        </Alert>
      )}
      {state === 'rehearsed' && (
        <>
          {count === 0 && plan?.refused === 0 && <Text>{t('imports.nothingNew')}</Text>}
          <Group>
            {count > 0 && (
              <Button onClick={() => committing.mutate()} loading={committing.isPending}>
                {t('imports.confirm', { count })}
              </Button>
            )}
            {another}
          </Group>
        </>
      )}
      {state === 'committed' && (
        <>
          <Text role="status">
            {t('imports.done', { added: plan?.add ?? 0, changed: plan?.change ?? 0 })}
          </Text>
          <Group>
            {kind === 'sites' && <LinkButton to="/sites">{t('imports.seeSites')}</LinkButton>}
            {kind === 'devices' && <LinkButton to="/devices">{t('imports.seeDevices')}</LinkButton>}
            {kind === 'settlements' && <SeeLot found={found} />}
            {kind === 'claim-replies' && (
              <LinkButton to="/claims/replies">{t('imports.seeReplies')}</LinkButton>
            )}
            <Button variant="default" onClick={() => setAsksUndo(true)}>
              {t('imports.undo')}
            </Button>
          </Group>
        </>
      )}
      {state === 'undone' && (
        <>
          <Text role="status">{t('imports.undoDone')}</Text>
          <Group>{another}</Group>
        </>
      )}
      {(state === 'failed' || state === 'cancelled') && (
        <>
          <Text role="status">
            {state === 'failed'
              ? t('imports.failedText', { reason: found.steps.at(-1)?.note ?? '' })
              : t('imports.stoppedText')}
          </Text>
          <Group>
            {another}
            {found.committedAt === null && plan && (
              <Button variant="default" onClick={() => committing.mutate()} loading={committing.isPending}>
                {t('imports.tryAgain')}
              </Button>
            )}
            {found.job?.kind === 'imports.commit' && (
              <Button variant="default" onClick={() => setAsksUndo(true)}>
                {t('imports.undo')}
              </Button>
            )}
          </Group>
        </>
      )}
      <Modal opened={asksUndo} onClose={() => setAsksUndo(false)} title={t('imports.undoAsk')}>
        <Text mb="md">{t('imports.undoText')}</Text>
        <Group justify="end">
          <Button variant="default" onClick={() => setAsksUndo(false)}>
            {t('common.cancel')}
          </Button>
          <Button onClick={() => undoing.mutate()} loading={undoing.isPending}>
            {t('imports.undo')}
          </Button>
        </Group>
      </Modal>
    </Stack>
  );
}

/** Which column is read as which field. */
function Columns({ mapping: { columns } }: { mapping: Shape<'ImportMapping'> }) {
  const pairs = Object.entries(columns);
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="import-columns">
      <Title order={2} size="h4" id="import-columns" mb="xs">
        {t('imports.readAs')}
      </Title>
      <div className="wide" tabIndex={0} role="group" aria-labelledby="import-columns">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.column')}</Table.Th>
              <Table.Th>{t('imports.field')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pairs.map(([header, name]) => (
              <Table.Tr key={header}>
                <Table.Td>{header}</Table.Td>
                <Table.Td>{fieldWords(name)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

/** A field of a file: in the words of a device's fields, or in those that only files have. */
function fieldWords(name: string): string {
  if (name === '') return t('imports.notRead');
  return t.has(`importField.${name}`) ? word('importField', name) : word('field', name);
}
