import { Alert, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { registerSW } from 'virtual:pwa-register';

/** Keeps the app on the device, and asks before a new version takes over. */
export function UpdateNotice() {
  const [update, setUpdate] = useState<() => void>();
  useEffect(() => {
    const reload = registerSW({ onNeedRefresh: () => setUpdate(() => () => void reload(true)) });
  }, []);
  if (!update) return null;
  return (
    <Alert color="cyan" title="A new version is ready" mb="md">
      What you have scanned stays. <Button onClick={update}>Load it</Button>
    </Alert>
  );
}
