import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { AskNote } from '../../common/ask-note.js';
import { Part } from '../../common/part.js';
import { TextLink } from '../../common/text-link.js';
import { when } from '../../common/words.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import type { Lot } from './lot-words.js';

type Difference = Shape<'DifferenceView'>;

/** What was otherwise at the pick-up than the manifest said, and what somebody found out about it. */
export function LotDifferences({ lot }: { lot: Lot }) {
  const { id, differences, state } = lot;
  const edits = may(useSession(), 'salvage:edit') && state === 'picked_up';
  const [asked, setAsked] = useState<Difference>();
  const queries = useQueryClient();
  const resolving = useMutation({
    mutationFn: ({ differenceId, resolution }: { differenceId: string; resolution: string }) =>
      answer(
        api.POST('/api/v1/lots/{id}/differences/{differenceId}', {
          params: { path: { id, differenceId } },
          body: { resolution },
        }),
      ),
    onSuccess: async () => {
      setAsked(undefined);
      await queries.invalidateQueries();
    },
  });
  if (differences.length === 0)
    return (
      <Part id="lot-differences" title={t('lots.differences')}>
        <Text c="dimmed">{t('lots.differencesNone')}</Text>
      </Part>
    );
  return (
    <Part id="lot-differences" title={t('lots.differences')}>
      <ul className="lot-rows">
        {differences.map((difference) => (
          <li key={difference.id}>
            <Line difference={difference} />
            {edits && (
              <Button
                size="sm"
                variant="default"
                mt="xs"
                aria-label={t('lots.resolveOne', { code: difference.code })}
                onClick={() => {
                  resolving.reset();
                  setAsked(difference);
                }}
              >
                {t(difference.resolvedAt === null ? 'lots.resolve' : 'lots.resolveAgain')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <AskNote
          title={t('lots.resolveTitle', { code: asked.code })}
          about={<Text>{t(`lots.difference_${asked.kind}`)}</Text>}
          label={t('lots.resolution')}
          help={t('lots.resolutionHelp')}
          isRequired
          field="resolution"
          longest={1000}
          confirm={t('common.save')}
          isPending={resolving.isPending}
          error={resolving.error}
          onConfirm={(note) => resolving.mutate({ differenceId: asked.id, resolution: note ?? '' })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Part>
  );
}

function Line({ difference: { kind, deviceId, code, note, ...difference } }: { difference: Difference }) {
  const { resolvedAt, resolvedByName, resolution } = difference;
  return (
    <div className="lot-words">
      <Group gap="xs">
        {deviceId === null ? (
          <Text fw={600}>{code}</Text>
        ) : (
          <TextLink fw={600} to="/devices/$id" params={{ id: deviceId }}>
            {code}
          </TextLink>
        )}
        <Text>{t(`lots.difference_${kind}`)}</Text>
      </Group>
      {note !== null && note !== '' && <Text size="sm">{note}</Text>}
      {resolvedAt === null ? (
        <Text size="sm" fw={700}>
          {t('lots.unresolved')}
        </Text>
      ) : (
        <Text size="sm">
          {t('lots.resolved', { resolution: resolution ?? '' })}{' '}
          <Text span c="dimmed" inherit>
            {t('lots.resolvedBy', { when: when(resolvedAt), name: resolvedByName ?? 'Rollcall' })}
          </Text>
        </Text>
      )}
    </div>
  );
}
