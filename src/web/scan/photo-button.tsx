import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { JournalScan } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';

/** A photo of what an unknown code is on, for whoever looks for its device. */
export function PhotoButton({ scan }: { scan: JournalScan }) {
  const { journal } = useField();
  const [hasFailed, setHasFailed] = useState(false);
  const add = (file: File | null): void => {
    if (!file) return;
    journal.addPhoto(scan, file).then(
      () => setHasFailed(false),
      () => setHasFailed(true),
    );
  };
  return (
    <FileButton accept="image/*" capture="environment" onChange={add}>
      {(props) => (
        <Button {...props} variant="default" px="xs" aria-label={t('scan.photoOf', { code: scan.code })}>
          {hasFailed ? t('scan.photoFailed') : scan.hasPhoto ? t('scan.photoTaken') : t('scan.photo')}
        </Button>
      )}
    </FileButton>
  );
}
