import { Alert, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { registerSW } from 'virtual:pwa-register';
import { t } from '../text/text.js';

/** Keeps the app on the device, and asks before a new version takes over. */
export function UpdateNotice() {
  const [update, setUpdate] = useState<() => void>();
  useEffect(() => {
    const reload = registerSW({ onNeedRefresh: () => setUpdate(() => () => void reload(true)) });
  }, []);
  if (!update) return null;
  return (
    <Alert color="cyan" title={t('shell.updateTitle')} mb="md">
      {t('shell.updateText')} <Button onClick={update}>{t('shell.updateLoad')}</Button>
    </Alert>
  );
}
