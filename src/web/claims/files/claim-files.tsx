import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Shape } from '../../api/problem.js';
import { AddFiles } from '../../common/files/add-files.js';
import { PictureViewer } from '../../common/files/picture-viewer.js';
import { Part } from '../../common/part.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { addressOfFile, isPicture, uploadsTo } from './claim-file.js';
import { FileRow } from './file-row.js';

/** Photos and papers of a claim: what the damage looks like, and what proves the purchase. */
export function ClaimFiles({ claim }: { claim: Shape<'ClaimDetail'> }) {
  const { id, files, state } = claim;
  const edits = may(useSession(), 'warranty:edit');
  const isOver = state === 'closed' || state === 'cancelled';
  const [shown, setShown] = useState<string>();
  const pictures = files
    .filter(isPicture)
    .map((file) => ({ id: file.id, name: file.name, address: addressOfFile(id, file.id) }));
  if (files.length === 0 && (!edits || isOver)) return null;
  return (
    <Part id="claim-files" title={t('claimFiles.title')}>
      <Stack gap="sm">
        {files.length === 0 && <Text>{t('claimFiles.none')}</Text>}
        {edits && !isOver && (
          <>
            <Text size="sm" c="dimmed">
              {t('claimFiles.about')}
            </Text>
            <AddFiles target={uploadsTo(id)} />
          </>
        )}
        {edits && files.length > 0 && <Text size="sm">{t('claimFiles.sharing')}</Text>}
        {files.map((file) => (
          <FileRow key={file.id} claimId={id} file={file} edits={edits} onShow={() => setShown(file.id)} />
        ))}
        {shown !== undefined && (
          <PictureViewer
            pictures={pictures}
            shown={shown}
            onShow={setShown}
            onClose={() => setShown(undefined)}
          />
        )}
      </Stack>
    </Part>
  );
}
