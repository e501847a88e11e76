import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { AskNote } from '../../common/ask-note.js';
import { number } from '../../common/words.js';
import { t } from '../../text/text.js';
import { type Kind, KINDS, openOf, type Returned } from './returned-words.js';

/** Settles all differences of a kind with one note, for each kind of which several are open. */
export function SettleMany({ lotId, returned }: { lotId: string; returned: Returned }) {
  const [asked, setAsked] = useState<Kind>();
  const kinds = KINDS.filter((kind) => openOf(returned, kind) > 1);
  if (kinds.length === 0) return null;
  return (
    <>
      <Group gap="xs" my="xs">
        {kinds.map((kind) => (
          <Button key={kind} size="sm" variant="default" onClick={() => setAsked(kind)}>
            {t('returned.settleAll', wordsOf(returned, kind))}
          </Button>
        ))}
      </Group>
      {asked && (
        <SettleManyWindow
          lotId={lotId}
          kind={asked}
          words={wordsOf(returned, asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface Words {
  count: string;
  kind: string;
}

function wordsOf(returned: Returned, kind: Kind): Words {
  return { count: number(openOf(returned, kind)), kind: t(`returned.kind_${kind}`) };
}

interface WindowProps {
  lotId: string;
  kind: Kind;
  words: Words;
  onClose: () => void;
}

/** Asks how the differences were settled, and says how many they are. */
function SettleManyWindow({ lotId: id, kind, words, onClose }: WindowProps) {
  const queries = useQueryClient();
  const settling = useMutation({
    mutationFn: (note: string) =>
      answer(
        api.POST('/api/v1/lots/{id}/settlement/differences', {
          params: { path: { id } },
          body: { kind, note },
        }),
      ),
    onSuccess: onClose,
    // After a refusal too: somebody else may have settled some.
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <AskNote
      title={t('returned.settleAllTitle', words)}
      about={<Text>{t('returned.settleAllAbout', { count: words.count })}</Text>}
      label={t('returned.settleAllLabel')}
      help={t('returned.settleHelp')}
      isRequired
      longest={1000}
      confirm={t('returned.settleAllConfirm', { count: words.count })}
      isPending={settling.isPending}
      error={settling.error}
      onConfirm={(note) => settling.mutate(note ?? '')}
      onClose={onClose}
    />
  );
}
