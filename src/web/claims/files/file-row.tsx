import { Anchor, Button, Checkbox, Group, NativeSelect, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { DeleteFile } from '../../common/files/delete-file.js';
import { Failed } from '../../common/states.js';
import { when } from '../../common/words.js';
import { t } from '../../text/text.js';
import { addressOfFile, type ClaimFile, FILE_KINDS, isPicture } from './claim-file.js';

interface Props {
  claimId: string;
  file: ClaimFile;
  /** This person can change what the claim has. */
  edits: boolean;
  onShow: () => void;
}

/** A photo or a paper: what it is, whether the vendor sees it, and who added it. */
export function FileRow({ claimId, file, edits, onShow }: Props) {
  const { id: fileId, name, kind, isShared, addedAt, addedByName: by } = file;
  const queries = useQueryClient();
  const [isDeleting, setIsDeleting] = useState(false);
  // Shown at once, until the answer is there: a box that stays as it was looks as if nobody had pressed it.
  const [said, setSaid] = useState<Shape<'ClaimFileChangeBody'>>({});
  const changing = useMutation({
    mutationFn: (body: Shape<'ClaimFileChangeBody'>) =>
      answer(
        api.PATCH('/api/v1/claims/{id}/files/{fileId}', { params: { path: { id: claimId, fileId } }, body }),
      ),
    onSettled: async (_, __, body) => {
      await queries.invalidateQueries({ queryKey: ['claim', claimId] });
      setSaid((before) => (before === body ? {} : before));
    },
  });
  const change = (body: Shape<'ClaimFileChangeBody'>): void => {
    setSaid(body);
    changing.mutate(body);
  };
  const now = { kind, isShared, ...said };
  return (
    <article aria-label={name} className="claim-file">
      <Thumbnail claimId={claimId} file={file} onShow={onShow} />
      <Stack gap="xs" style={{ minWidth: 0 }}>
        <div className="claim-words">
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {by === null ? when(addedAt) : t('claimFiles.addedBy', { when: when(addedAt), name: by })}
          </Text>
        </div>
        {edits ? (
          <>
            <NativeSelect
              aria-label={t('claimFiles.kindOf', { name })}
              data={FILE_KINDS.map((value) => ({ value, label: t(`claimFiles.kind_${value}`) }))}
              value={now.kind}
              onChange={(event) => change({ kind: event.currentTarget.value as ClaimFile['kind'] })}
            />
            <Group gap="sm" justify="space-between">
              <Checkbox
                label={t('claimFiles.share')}
                checked={now.isShared}
                onChange={(event) => change({ isShared: event.currentTarget.checked })}
              />
              <Button
                size="sm"
                variant="default"
                aria-label={t('files.deleteOne', { name })}
                onClick={() => setIsDeleting(true)}
              >
                {t('files.delete')}
              </Button>
            </Group>
          </>
        ) : (
          <Text size="sm">
            {t(`claimFiles.kind_${kind}`)}
            {isShared && ` · ${t('claimFiles.shared')}`}
          </Text>
        )}
        {changing.error && <Failed title={t('claimFiles.notChanged')} error={changing.error} />}
      </Stack>
      {isDeleting && (
        <DeleteFile
          name={name}
          remove={() =>
            answer(
              api.DELETE('/api/v1/claims/{id}/files/{fileId}', { params: { path: { id: claimId, fileId } } }),
            )
          }
          queryKey={['claim', claimId]}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </article>
  );
}

/** A photo in small, which opens large; a paper is downloaded. */
function Thumbnail({ claimId, file, onShow }: Omit<Props, 'edits'>) {
  const { id, name } = file;
  const address = addressOfFile(claimId, id);
  if (isPicture(file))
    return (
      <UnstyledButton onClick={onShow} aria-label={t('files.open', { name })} className="file-thumbnail">
        <img src={address} alt="" loading="lazy" />
      </UnstyledButton>
    );
  return (
    <Anchor
      href={address}
      download={name}
      aria-label={t('files.download', { name })}
      className="file-thumbnail"
    >
      <IconFileTypePdf size={40} stroke={1.5} aria-hidden />
    </Anchor>
  );
}
