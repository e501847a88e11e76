import { Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../../api/address.js';
import { api, answer } from '../../api/client.js';
import { AddFiles } from '../../common/files/add-files.js';
import { DeleteFile } from '../../common/files/delete-file.js';
import { PictureViewer } from '../../common/files/picture-viewer.js';
import { Part } from '../../common/part.js';
import { when } from '../../common/words.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import type { AssessmentDetail } from './assessment-words.js';

/** As many as the API takes. */
const MOST_PHOTOS = 6;

/** Photos of what somebody saw on the device. */
export function AssessmentPhotos({ assessment }: { assessment: AssessmentDetail }) {
  const { id, photos, deviceCode } = assessment;
  const edits = may(useSession(), 'salvage:edit');
  const [shown, setShown] = useState<string>();
  const [deleting, setDeleting] = useState<string>();
  const device = deviceCode ?? t('devices.noTag');
  const pictures = photos.map((photo, i) => ({
    ...photo,
    // Phones give every photo the same name.
    name: t('assess.photoOf', { n: String(i + 1), device }),
    address: addressOf('/api/v1/assessments/{id}/photos/{photoId}', { id, photoId: photo.id }),
  }));
  const gone = pictures.find((picture) => picture.id === deleting);
  const queryKey = ['assessment', id];
  if (photos.length === 0 && !edits) return null;
  return (
    <Part id="assessment-photos" title={t('assess.photos')}>
      <Stack gap="sm">
        {photos.length === 0 && <Text>{t('assess.photosNone')}</Text>}
        {edits && (
          <Text size="sm" c="dimmed">
            {t('assess.photosAbout')}
          </Text>
        )}
        {edits && photos.length < MOST_PHOTOS && (
          <AddFiles
            target={{
              address: addressOf('/api/v1/assessments/{id}/photos', { id }),
              queryKey,
              photosOnly: true,
            }}
          />
        )}
        {edits && photos.length >= MOST_PHOTOS && <Text>{t('assess.photosFull')}</Text>}
        <ul className="file-grid">
          {pictures.map(({ id: photoId, name, address, addedAt, addedByName }) => (
            <li key={photoId}>
              <UnstyledButton
                onClick={() => setShown(photoId)}
                aria-label={t('files.open', { name })}
                className="file-thumbnail"
              >
                <img src={address} alt={name} loading="lazy" />
              </UnstyledButton>
              <Text size="sm" className="file-words">
                {[when(addedAt), addedByName].filter(Boolean).join(' · ')}
              </Text>
              {edits && (
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t('files.deleteOne', { name })}
                  onClick={() => setDeleting(photoId)}
                >
                  {t('files.delete')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Stack>
      {shown !== undefined && (
        <PictureViewer
          pictures={pictures}
          shown={shown}
          onShow={setShown}
          onClose={() => setShown(undefined)}
        />
      )}
      {gone && (
        <DeleteFile
          name={gone.name}
          remove={() =>
            answer(
              api.DELETE('/api/v1/assessments/{id}/photos/{photoId}', {
                params: { path: { id, photoId: gone.id } },
              }),
            )
          }
          queryKey={queryKey}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Part>
  );
}
