import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { t } from '../text/text.js';

/** Asks people to confirm before they leave a changed form by a link, by the back button, or by closing the page. */
export function UnsavedGuard({ isChanged }: { isChanged: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  });
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title={t('common.unsavedTitle')} centered>
      <Text mb="md">{t('common.unsavedText')}</Text>
      <Group>
        <Button onClick={() => reset?.()} data-autofocus>
          {t('common.unsavedStay')}
        </Button>
        <Button variant="default" onClick={() => proceed?.()}>
          {t('common.unsavedLeave')}
        </Button>
      </Group>
    </Modal>
  );
}
