import { Anchor, Group, UnstyledButton } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { addressOf } from '../api/address.js';
import type { Shape } from '../api/problem.js';
import { isPicture } from '../claims/files/claim-file.js';
import { PictureViewer } from '../common/files/picture-viewer.js';
import { Part } from '../common/part.js';
import { t } from '../text/text.js';

/** Photos and papers that the district shares with the vendor. Their own names stay in the district. */
export function DeskFiles({ claim: { id, number, files } }: { claim: Shape<'DeskClaimDetail'> }) {
  const [shown, setShown] = useState<string>();
  if (files.length === 0) return null;
  const named = files.map((file, i) => ({
    ...file,
    name: t('desk.file', { n: String(i + 1) }),
    address: addressOf('/api/v1/vendor/claims/{id}/files/{fileId}', { id, fileId: file.id }),
  }));
  return (
    <Part id="desk-files" title={t('desk.files')}>
      <Group gap="sm">
        {named.map((file, i) =>
          isPicture(file) ? (
            <UnstyledButton
              key={file.id}
              onClick={() => setShown(file.id)}
              aria-label={t('files.open', file)}
              className="file-thumbnail"
            >
              <img src={file.address} alt="" loading="lazy" />
            </UnstyledButton>
          ) : (
            <Anchor
              key={file.id}
              href={file.address}
              download={`${number}-${i + 1}.pdf`}
              aria-label={t('files.download', file)}
              className="file-thumbnail"
            >
              <IconFileTypePdf size={40} stroke={1.5} aria-hidden />
            </Anchor>
          ),
        )}
      </Group>
      {shown !== undefined && (
        <PictureViewer
          pictures={named.filter(isPicture)}
          shown={shown}
          onShow={setShown}
          onClose={() => setShown(undefined)}
        />
      )}
    </Part>
  );
}
