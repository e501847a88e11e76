import { Button } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useState } from 'react';
import { lazyWindow } from '../common/lazy-window.js';
import { t } from '../text/text.js';

const RunningCamera = lazyWindow(async () => (await import('./running-camera.js')).RunningCamera);

/** The camera, on demand. */
export function CameraView({ onCode }: { onCode: (code: string) => void }) {
  const [isOn, setIsOn] = useState(false);
  const stop = (): void => setIsOn(false);
  return isOn ? (
    <RunningCamera onCode={onCode} onStop={stop} onGiveUp={stop} />
  ) : (
    <Button leftSection={<IconCamera size={20} aria-hidden />} onClick={() => setIsOn(true)} px={6}>
      {t('scan.startCamera')}
    </Button>
  );
}
