import { Alert, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { Failed, Loading } from '../common/states.js';
import { when } from '../common/words.js';
import { wholeList } from '../devices/register-choices.js';
import { t } from '../text/text.js';

type Message = Shape<'ClaimMessageView'>;

/** A page of the API. */
const LIMIT = 200;

/** Messages between a vendor and the district about a claim, as the vendor sees them. */
export function DeskMessages({ claimId }: { claimId: string }) {
  const params = { path: { id: claimId } };
  return (
    <Messages
      name={['desk-claim', claimId, 'messages']}
      load={() =>
        wholeList((cursor) =>
          answer(
            api.GET('/api/v1/vendor/claims/{id}/messages', {
              params: { ...params, query: { limit: LIMIT, cursor } },
            }),
          ),
        )
      }
      write={(text) => answer(api.POST('/api/v1/vendor/claims/{id}/messages', { params, body: { text } }))}
    />
  );
}

/** What was written about a claim, oldest first, and a field to write more. */
export function Messages({
  name,
  load,
  write,
}: {
  name: readonly string[];
  load: () => Promise<Message[]>;
  /** Left out for those who may only read. */
  write?: (text: string) => Promise<unknown>;
}) {
  const { data, error } = useQuery({ queryKey: name, queryFn: load });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="claim-messages">
      <Stack gap="sm">
        <Title order={2} size="h4" id="claim-messages">
          {t('desk.messages')}
        </Title>
        {error && !data && <Failed title={t('common.listFailed')} error={error} />}
        {!data && !error && <Loading />}
        {data?.length === 0 && <Text c="dimmed">{t('desk.noMessages')}</Text>}
        {data?.map(({ id, from, side, text, writtenAt }) => (
          <div key={id}>
            <Text size="sm" c="dimmed">
              {t(`desk.by_${side}`)} · {from} · {when(writtenAt)}
            </Text>
            <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Text>
          </div>
        ))}
        {write && <Write write={write} />}
      </Stack>
    </Paper>
  );
}

function Write({ write }: { write: (text: string) => Promise<unknown> }) {
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const writing = useMutation({
    mutationFn: () => write(text.trim()),
    onSuccess: async () => {
      setText('');
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') writing.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          label={t('desk.message')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
        />
        {writing.error && (
          <Alert color="red" role="alert">
            {wordsOf(writing.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" variant="default" loading={writing.isPending}>
            {t('desk.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
