import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { AskNote } from '../../common/ask-note.js';
import { Pages } from '../../common/pages.js';
import { when } from '../../common/words.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import type { Lot } from '../lots/lot-words.js';
import { type Difference, KINDS, openOf, reasonWords } from './returned-words.js';
import { SettleMany } from './settle-many.js';

const PAGE = 50;

/** In what a settlement differs from the manifest: what is open, and how the rest was settled. */
export function ReturnedDifferences({ lot }: { lot: Lot }) {
  const { id, state, returned } = lot;
  const settles = may(useSession(), 'salvage:approve') && state === 'picked_up';
  const [asked, setAsked] = useState<Difference>();
  const open = KINDS.filter((kind) => returned && openOf(returned, kind) > 0);
  return (
    <section aria-labelledby="returned-differences">
      <Title order={3} size="h5" id="returned-differences">
        {t('returned.differences')}
      </Title>
      {returned && open.length > 0 && (
        <Text fw={700}>
          {t('returned.open', {
            kinds: open
              .map((kind) => t(`returned.count_${kind}`, { count: openOf(returned, kind) }))
              .join(', '),
          })}
        </Text>
      )}
      {returned && settles && <SettleMany lotId={id} returned={returned} />}
      <Pages
        queryKey={['lot', id, 'returned-differences']}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/lots/{id}/settlement/differences', {
              params: { path: { id }, query: { limit: PAGE, cursor } },
            }),
          )
        }
        empty={<Text c="dimmed">{t('returned.differencesNone')}</Text>}
      >
        {(differences) => (
          <ul className="lot-rows">
            {differences.map((difference) => (
              <li key={difference.id}>
                <Row difference={difference} settles={settles} onAsk={() => setAsked(difference)} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
      {asked && <SettleWindow lotId={id} difference={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

interface RowProps {
  difference: Difference;
  settles: boolean;
  onAsk: () => void;
}

function Row({ difference, settles, onAsk }: RowProps) {
  const { kind, code, deviceId, settledAt, settledByName, note } = difference;
  const isOpen = settledAt === null;
  const name = code === '' ? t('returned.wholeLot') : code;
  return (
    <div className="lot-words">
      <Group gap="xs">
        {deviceId === null ? (
          <Text fw={600}>{name}</Text>
        ) : (
          <Anchor
            fw={600}
            renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}
          >
            {name}
          </Anchor>
        )}
        <Text fw={isOpen ? 700 : undefined}>{t(`returned.kind_${kind}`)}</Text>
      </Group>
      <Text size="sm">{reasonWords(difference)}</Text>
      {isOpen ? (
        <Text size="sm">{note === null ? t('returned.isOpen') : t('returned.openAgain', { note })}</Text>
      ) : (
        <Text size="sm">
          {t('returned.settled', { note: note ?? '' })}{' '}
          <Text span c="dimmed" inherit>
            {t('lots.resolvedBy', { when: when(settledAt), name: settledByName ?? 'Rollcall' })}
          </Text>
        </Text>
      )}
      {settles && (
        <Button
          size="sm"
          variant="default"
          mt="xs"
          aria-label={t(isOpen ? 'returned.settleOne' : 'returned.reopenOne', {
            code: name,
            kind: t(`returned.kind_${kind}`),
          })}
          onClick={onAsk}
        >
          {t(isOpen ? 'returned.settle' : 'returned.reopen')}
        </Button>
      )}
    </div>
  );
}

interface WindowProps {
  lotId: string;
  difference: Difference;
  onClose: () => void;
}

/** Asks how a difference was settled, or why it is open again. */
function SettleWindow({ lotId: id, difference, onClose }: WindowProps) {
  const queries = useQueryClient();
  const action = difference.settledAt === null ? 'settle' : 'reopen';
  const settling = useMutation({
    mutationFn: (note: string) =>
      answer(
        api.POST('/api/v1/lots/{id}/settlement/differences/{differenceId}', {
          params: { path: { id, differenceId: difference.id } },
          body: { action, note },
        }),
      ),
    onSuccess: onClose,
    // After a refusal too: somebody else may have settled it.
    onSettled: () => queries.invalidateQueries(),
  });
  const code = difference.code === '' ? t('returned.wholeLot') : difference.code;
  return (
    <AskNote
      title={t(`returned.${action}Title`, { code })}
      about={<Text>{reasonWords(difference)}</Text>}
      label={t(`returned.${action}Label`)}
      help={action === 'settle' ? t('returned.settleHelp') : undefined}
      isRequired
      longest={1000}
      confirm={t(`returned.${action}`)}
      isPending={settling.isPending}
      error={settling.error}
      onConfirm={(note) => settling.mutate(note ?? '')}
      onClose={onClose}
    />
  );
}
