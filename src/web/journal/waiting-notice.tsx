import { Alert, Button, Text } from '@mantine/core';
import { t } from '../text/text.js';
import { useField, useWaiting } from './journal-context.js';

/** Scans that only this device has would come too late for what somebody is about to sign. */
export function WaitingNotice({ words }: { words: (count: number) => string }) {
  const waiting = useWaiting();
  const { sendNow } = useField();
  if (waiting === 0) return null;
  return (
    <Alert color="orange" role="status">
      <Text mb="xs">{words(waiting)}</Text>
      <Button variant="default" onClick={sendNow}>
        {t('shell.sendNow')}
      </Button>
    </Alert>
  );
}
