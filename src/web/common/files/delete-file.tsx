import './files.css';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { wordsOf } from '../../api/problem.js';
import { t } from '../../text/text.js';
import { useFocusBack } from '../lazy-window.js';

/** Asks before a file is deleted, because nobody can get it back. */
export function DeleteFile({
  name,
  remove,
  queryKey,
  onClose,
}: {
  name: string;
  remove: () => Promise<unknown>;
  /** What shows the file, and is asked for again. */
  queryKey: readonly string[];
  onClose: () => void;
}) {
  const queries = useQueryClient();
  useFocusBack();
  const deleting = useMutation({
    mutationFn: remove,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('files.askDelete')}>
      <Stack>
        <Text className="file-words">{t('files.deleteText', { name })}</Text>
        {deleting.error && (
          <Text c="red" role="alert">
            {wordsOf(deleting.error)}
          </Text>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('files.keep')}
          </Button>
          <Button color="red" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            {t('files.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
