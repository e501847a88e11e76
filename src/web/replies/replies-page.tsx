import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { AskNote } from '../common/ask-note.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { day, money, when } from '../common/words.js';
import { FactList } from '../devices/fact-list.js';
import { importKindsOf } from '../imports/import-kinds.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { ApplyReply } from './apply-reply.js';

/** Replies of vendors that need the decision of a person. */
export function RepliesPage() {
  const imports = importKindsOf(useSession()).includes('claim-replies');
  return (
    <Page
      title={t('replies.title')}
      about={t('replies.about')}
      actions={
        <>
          <LinkButton to="/claims" variant="default">
            {t('claims.allClaims')}
          </LinkButton>
          {imports && (
            <LinkButton to="/imports/new" search={{ kind: 'claim-replies' }} variant="default">
              {t('replies.importFile')}
            </LinkButton>
          )}
        </>
      }
    >
      <Pages
        queryKey={['claim-replies', 'waiting']}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/claim-replies', {
              params: { query: { state: ['waiting'], limit: 50, cursor } },
            }),
          )
        }
        empty={<Empty title={t('replies.none')}>{t('replies.noneText')}</Empty>}
      >
        {(replies) => (
          <Stack gap="sm" maw={820}>
            {replies.map((reply) => (
              <ReplyCard key={reply.id} reply={reply} />
            ))}
          </Stack>
        )}
      </Pages>
    </Page>
  );
}

function ReplyCard({ reply }: { reply: Shape<'ClaimReplyView'> }) {
  const { id, claimId, claimNumber, claimState, vendorName, why, word, version } = reply;
  const [asked, setAsked] = useState<'apply' | 'dismiss'>();
  const queries = useQueryClient();
  const dismissing = useMutation({
    mutationFn: (reason: string) =>
      answer(
        api.POST('/api/v1/claim-replies/{id}/dismissal', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      setAsked(undefined);
      await queries.invalidateQueries();
    },
  });
  return (
    <Card withBorder component="article" aria-label={t('replies.replyTo', { number: claimNumber })}>
      <Stack gap="xs">
        <Group gap="xs">
          <Anchor
            fw={600}
            renderRoot={(props) => <Link to="/claims/$id" params={{ id: claimId }} {...props} />}
          >
            {claimNumber}
          </Anchor>
          <Badge size="lg" variant="default">
            {t(`claims.state_${claimState}`)}
          </Badge>
          <Text size="sm">
            {vendorName} · {when(reply.receivedAt)}
          </Text>
        </Group>
        {why && <Text fw={600}>{t(`replies.why_${why}`, { word: word ?? '' })}</Text>}
        <FactList
          facts={[
            [t('replies.word'), word],
            [t('claims.outcome'), reply.outcome && t(`claims.outcome_${reply.outcome}`)],
            [t('claims.denialReason'), reply.denialReason && t(`claims.denial_${reply.denialReason}`)],
            [t('claims.reference'), reply.reference],
            [t('claims.rma'), reply.rma],
            [t('claims.expectedOn'), day(reply.expectedOn)],
            [t('replies.cost'), money(reply.costCents)],
            [t('replies.replacementSerial'), reply.replacementSerial],
            [t('replies.note'), reply.note],
          ]}
        />
        <Group gap="xs">
          <Button size="sm" onClick={() => setAsked('apply')}>
            {t('replies.apply')}
          </Button>
          <Button size="sm" variant="default" onClick={() => setAsked('dismiss')}>
            {t('replies.dismiss')}
          </Button>
        </Group>
      </Stack>
      {asked === 'apply' && <ApplyReply reply={reply} onClose={() => setAsked(undefined)} />}
      {asked === 'dismiss' && (
        <AskNote
          title={t('replies.dismissTitle')}
          label={t('replies.reason')}
          field="reason"
          isRequired
          confirm={t('replies.dismiss')}
          isPending={dismissing.isPending}
          error={dismissing.error}
          onConfirm={(reason = '') => dismissing.mutate(reason)}
          onClose={() => {
            dismissing.reset();
            setAsked(undefined);
          }}
        />
      )}
    </Card>
  );
}
