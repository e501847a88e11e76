import {
  Alert,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { SignaturePad } from '../common/signature/signature-pad.js';
import { Failed, Loading } from '../common/states.js';
import { WaitingNotice } from '../journal/waiting-notice.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { MovesPreview, NotFoundPreview } from './closing-preview.js';
import { placeOf, titleOf } from './sweep-words.js';
import { closingKey, useSweep } from './use-sweep.js';
import './sweeps.css';

const route = getRouteApi('/shell/sweeps/$id/close');

/** The last look before a sweep is closed: what will move, what was not found, and the signature. */
export function CloseSweepPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useSweep(id);
  if (error && !data)
    return <Failed title={t('sweeps.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { sweep, isRemembered } = data;
  if (isRemembered)
    return <Failed title={t('sweeps.notShown')} error={error} onRetry={() => void refetch()} />;
  // Also when another technician closed the sweep after this page was opened.
  if (sweep.closedAt !== null) return <Navigate to="/sweeps/$id" params={{ id }} replace />;
  return (
    <Page
      title={t('sweeps.reviewTitle')}
      about={
        <>
          {titleOf(sweep)}, {placeOf(sweep)}
          <br />
          {t('sweeps.reviewText')}
        </>
      }
    >
      <ClosingForm sweep={sweep} />
    </Page>
  );
}

function ClosingForm({ sweep }: { sweep: Shape<'SweepDetail'> }) {
  const { id, found } = sweep;
  const { name: ownName } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [moves, setMoves] = useState(true);
  const [note, setNote] = useState('');
  const [name, setName] = useState(ownName ?? '');
  const [isTyped, setIsTyped] = useState(false);
  const [image, setImage] = useState<string | null>(null);
  const [asksToSign, setAsksToSign] = useState(false);
  const closing = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/sweeps/{id}/closing', {
          params: { path: { id } },
          body: {
            moves,
            ...(note.trim() ? { note: note.trim() } : {}),
            signature: { name: name.trim(), ...(!isTyped && image ? { image } : {}) },
          },
        }),
      ),
    onSuccess: async (closed) => {
      queries.setQueryData(closingKey(id), closed);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sweep-closed' });
      await navigate({ to: '/sweeps/$id', params: { id }, replace: true });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isSigned = isTyped || image !== null;
    setAsksToSign(!isSigned);
    if (isSigned) closing.mutate();
  };
  const [unknown, retired] = [found['unknown'] ?? 0, found['retired'] ?? 0];
  return (
    <form onSubmit={submit}>
      <Stack>
        <WaitingNotice words={(count) => t('sweeps.waitingScans', { count })} />
        <MovesPreview sweep={sweep} moves={moves} onChange={setMoves} />
        <NotFoundPreview sweep={sweep} />
        {unknown + retired > 0 && <Text>{t('sweeps.others', { unknown, retired })}</Text>}
        <Textarea
          label={t('sweeps.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <Paper withBorder p="md" component="section" aria-labelledby="sweep-signature">
          <Title order={2} size="h4" id="sweep-signature">
            {t('sweeps.signature')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('sweeps.signatureText')}
          </Text>
          <Stack gap="sm" maw={620}>
            <TextInput
              label={t('sweeps.signerName')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={200}
              required
            />
            <SegmentedControl
              aria-label={t('sweeps.signHow')}
              value={isTyped ? 'type' : 'draw'}
              onChange={(how) => setIsTyped(how === 'type')}
              data={[
                { value: 'draw', label: t('sweeps.draw') },
                { value: 'type', label: t('sweeps.type') },
              ]}
            />
            {isTyped ? <Text>{t('sweeps.typedCounts')}</Text> : <SignaturePad onChange={setImage} />}
            {asksToSign && !isTyped && image === null && (
              <Text c="red" role="alert">
                {t('sweeps.signFirst')}
              </Text>
            )}
          </Stack>
        </Paper>
        {closing.error && (
          <Alert color="red" role="alert">
            {wordsOf(closing.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={closing.isPending}>
            {t('sweeps.closeAndSign')}
          </Button>
          <LinkButton to="/sweeps/$id" params={{ id }} variant="default">
            {t('sweeps.keepScanning')}
          </LinkButton>
        </Group>
      </Stack>
    </form>
  );
}
