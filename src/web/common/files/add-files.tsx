import './files.css';
import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCamera, IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { UnsavedGuard } from '../unsaved-guard.js';
import { t } from '../../text/text.js';
import { ACCEPTED, ACCEPTED_PHOTOS } from './prepared-file.js';
import { type Upload, type UploadTarget, useUploads } from './use-uploads.js';

/** Takes a photo with the camera of the phone, or chooses files, and adds them to a claim or to something else. */
export function AddFiles({ target }: { target: UploadTarget }) {
  const { uploads, isSending, add, again, dismiss } = useUploads(target);
  // A computer would only show its files again.
  const hasCamera = useMediaQuery('(pointer: coarse)');
  const reset = useRef<() => void>(null);
  const chosen = (files: File[]): void => {
    add(files);
    // The same file can be chosen again after it was refused.
    reset.current?.();
  };
  return (
    <Stack gap="sm">
      <UnsavedGuard isChanged={isSending} />
      <Group gap="xs">
        {hasCamera && (
          <FileButton accept="image/*" capture="environment" onChange={(file) => file && add([file])}>
            {(props) => (
              <Button {...props} leftSection={<IconCamera size={18} aria-hidden />}>
                {t('files.takePhoto')}
              </Button>
            )}
          </FileButton>
        )}
        <FileButton
          accept={target.photosOnly ? ACCEPTED_PHOTOS : ACCEPTED}
          multiple
          onChange={chosen}
          resetRef={reset}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
              {t(target.photosOnly ? 'files.choosePhotos' : 'files.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      <div role="status" className="visually-hidden">
        {isSending && t('files.sending', { count: uploads.filter((one) => !one.refusal).length })}
      </div>
      {uploads.map((one) =>
        one.refusal === undefined ? (
          <Underway key={one.id} upload={one} />
        ) : (
          <Refused key={one.id} upload={one} onAgain={() => again(one)} onDismiss={() => dismiss(one)} />
        ),
      )}
    </Stack>
  );
}

function Underway({ upload: { file, part } }: { upload: Upload }) {
  const label = t('files.adding', { name: file.name });
  return (
    <div>
      <Text size="sm" className="file-words">
        {label}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section value={Math.round(part * 100)} aria-label={label} />
      </Progress.Root>
    </div>
  );
}

function Refused({
  upload: { file, refusal, isUseless },
  onAgain,
  onDismiss,
}: {
  upload: Upload;
  onAgain: () => void;
  onDismiss: () => void;
}) {
  return (
    <Alert color="red" role="alert" title={t('files.notAdded', { name: file.name })} className="file-words">
      <Text mb="sm">{refusal}</Text>
      <Group gap="xs">
        {!isUseless && (
          <Button size="sm" variant="default" onClick={onAgain}>
            {t('common.tryAgain')}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={onDismiss}>
          {t('files.dismiss')}
        </Button>
      </Group>
    </Alert>
  );
}
