import { ActionIcon, Alert, Button, Group, Select } from '@mantine/core';
import { IconBulb, IconBulbOff, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../text/text.js';
import { cameraProblem, cameras, createDetector, hasTorch, openCamera, setTorch } from './camera.js';

const LOOK_EVERY_MS = 90;
const KEY = 'rollcall.camera';

/** The picture of the camera. Every code that it sees is told, again and again: whoever listens counts it once. */
export function RunningCamera({ onCode, onStop }: { onCode: (code: string) => void; onStop: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [deviceId, setDeviceId] = useState(() => localStorage.getItem(KEY) ?? undefined);
  const [choices, setChoices] = useState<{ value: string; label: string }[]>([]);
  const [problem, setProblem] = useState<string>();
  const [stream, setStream] = useState<MediaStream>();
  const [torch, turnTorch] = useState(false);
  const latest = useRef(onCode);
  latest.current = onCode;

  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    let isGone = false;
    let opened: MediaStream | undefined;
    const run = async (): Promise<void> => {
      const detector = createDetector();
      opened = await openCamera(deviceId);
      if (isGone) return stop(opened);
      element.srcObject = opened;
      await element.play();
      setStream(opened);
      setChoices(await cameras());
      await look(
        element,
        await detector,
        () => isGone,
        (code) => latest.current(code),
      );
    };
    run().catch((error: unknown) => {
      if (isGone) return;
      // A camera that was chosen once and is not there any more.
      if (deviceId) setDeviceId(undefined);
      else setProblem(cameraProblem(error));
    });
    return () => {
      isGone = true;
      if (opened) stop(opened);
    };
  }, [deviceId]);

  const choose = (id: string | null): void => {
    if (!id) return;
    localStorage.setItem(KEY, id);
    setDeviceId(id);
  };
  return (
    <div className="camera">
      {problem && (
        <Alert color="orange" role="alert" mb="xs">
          {problem}
        </Alert>
      )}
      {/* Its sound is nobody's; what it shows is said by the running list. */}
      <video
        ref={video}
        className="camera-picture"
        muted
        playsInline
        aria-label={t('scan.camera')}
        hidden={!!problem}
      />
      <Group mt="xs" gap="xs" wrap="nowrap">
        <Button variant="default" leftSection={<IconPlayerStop aria-hidden />} onClick={onStop}>
          {t('scan.stopCamera')}
        </Button>
        {stream && hasTorch(stream) && (
          <ActionIcon
            size={42}
            variant="default"
            aria-label={t('scan.torch')}
            aria-pressed={torch}
            onClick={() => void setTorch(stream, !torch).then(() => turnTorch(!torch))}
          >
            {torch ? <IconBulbOff /> : <IconBulb />}
          </ActionIcon>
        )}
        {choices.length > 1 && (
          <Select
            aria-label={t('scan.camera')}
            data={choices}
            value={deviceId ?? choices[0]?.value ?? null}
            onChange={choose}
            allowDeselect={false}
            flex={1}
          />
        )}
      </Group>
    </div>
  );
}

/** Looks at the picture until it is gone, never twice at once. */
async function look(
  video: HTMLVideoElement,
  detector: Awaited<ReturnType<typeof createDetector>>,
  isGone: () => boolean,
  onCode: (code: string) => void,
): Promise<void> {
  while (!isGone()) {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && document.visibilityState === 'visible') {
      // A picture that cannot be read is followed by another one.
      const codes = await detector.detect(video).catch(() => []);
      if (isGone()) return;
      for (const { rawValue } of codes) if (rawValue.trim()) onCode(rawValue);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
