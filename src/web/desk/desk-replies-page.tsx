import { Alert, Badge, Button, FileInput, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { sendFile } from '../api/send-file.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { number, when } from '../common/words.js';
import { t } from '../text/text.js';

type Upload = Shape<'DeskUploadView'>;

/** While a file is read, the page looks again. */
const AGAIN_MS = 1_000;
const AT_WORK: readonly Upload['state'][] = ['uploaded', 'rehearsing', 'queued', 'committing', 'undoing'];

/** A vendor's files of replies: upload one, see what it would do, and take it over. */
export function DeskRepliesPage() {
  return (
    <Page title={t('desk.replies')} about={t('desk.repliesAbout')}>
      <UploadForm />
      <Pages
        queryKey={['desk-replies']}
        load={(cursor) =>
          answer(api.GET('/api/v1/vendor/replies', { params: { query: { limit: 20, cursor } } }))
        }
        empty={<Text c="dimmed">{t('desk.noReplies')}</Text>}
      >
        {(uploads) => (
          <Stack gap="sm">
            {uploads.map((upload) => (
              <OneUpload key={upload.id} upload={upload} />
            ))}
          </Stack>
        )}
      </Pages>
    </Page>
  );
}

function UploadForm() {
  const [file, setFile] = useState<File | null>(null);
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: uploadReplies,
    onSuccess: async () => {
      setFile(null);
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file) sending.mutate(file);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={620}>
        <FileInput
          label={t('desk.replyFile')}
          description={t('desk.replyFileHelp')}
          placeholder={t('desk.chooseFile')}
          value={file}
          onChange={setFile}
          accept=".csv,.xlsx,.tsv,.txt"
          clearable
          clearButtonProps={{ 'aria-label': t('desk.clearFile') }}
        />
        {sending.error && (
          <Alert color="red" role="alert">
            {wordsOf(sending.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" disabled={file === null} loading={sending.isPending}>
            {t('desk.check')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

async function uploadReplies(file: File): Promise<void> {
  const body = new FormData();
  // The fields come before the file, so that the server knows what it reads.
  body.append('kind', 'claim-replies');
  body.append('mode', 'rehearse');
  body.append('file', file, file.name);
  await sendFile(addressOf('/api/v1/vendor/replies', {}), body);
}

/** One file: what it would do or did, and the way to take it over. */
function OneUpload({ upload: { id, fileName, createdAt } }: { upload: Upload }) {
  const params = { path: { id } };
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['desk-replies', id],
    queryFn: () => answer(api.GET('/api/v1/vendor/replies/{id}', { params })),
    refetchInterval: ({ state }) => (state.data && AT_WORK.includes(state.data.state) ? AGAIN_MS : false),
  });
  const committing = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/vendor/replies/{id}/commit', { params })),
    onSettled: () => queries.invalidateQueries(),
  });
  const plan = data?.plan;
  const count = (plan?.add ?? 0) + (plan?.change ?? 0);
  return (
    <Paper withBorder p="md" component="article" aria-label={fileName}>
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={2} size="h5" style={{ overflowWrap: 'anywhere' }}>
            {fileName}
          </Title>
          {data && (
            <Badge size="lg" variant="default">
              {t(`imports.${data.state}`)}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {when(createdAt)}
        </Text>
        {plan && (
          <Text size="sm">
            {t('desk.plan', {
              count: number(count),
              held: number(plan.held),
              refused: number(plan.refused),
            })}
          </Text>
        )}
        {committing.error && (
          <Alert color="red" role="alert">
            {wordsOf(committing.error)}
          </Alert>
        )}
        <Group gap="xs">
          {data?.state === 'rehearsed' && count > 0 && (
            <Button size="sm" loading={committing.isPending} onClick={() => committing.mutate()}>
              {t('desk.commit', { count })}
            </Button>
          )}
          {plan && plan.refused > 0 && (
            <Button
              size="sm"
              variant="default"
              component="a"
              href={addressOf('/api/v1/vendor/replies/{id}/errors.csv', { id })}
              download
            >
              {t('desk.errors')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
