import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { t } from '../../text/text.js';
import { rowsOf, wordKey, type Words, type WordsForm } from './words-draft.js';

/** Words of replies that wait for somebody to say what they mean. */
export function OpenWords({
  open,
  form,
  onGive,
}: {
  open: Words['open'];
  form: WordsForm;
  onGive: (word: string) => void;
}) {
  const known = new Set(rowsOf(form).map(({ word }) => wordKey(word.word)));
  const waiting = open.filter(({ word }) => !known.has(wordKey(word)));
  if (waiting.length === 0) return null;
  return (
    <Alert color="orange" title={t('words.open')}>
      <Stack gap="xs">
        {waiting.map(({ word, replies }) => (
          <Group key={word} gap="sm" justify="space-between">
            <Text style={{ overflowWrap: 'anywhere' }}>{t('words.openWord', { word, count: replies })}</Text>
            <Button
              size="sm"
              variant="default"
              aria-label={t('words.giveTo', { word })}
              onClick={() => onGive(word)}
            >
              {t('words.give')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
