import './files.css';
import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useFocusBack } from '../lazy-window.js';
import { useIsPhone } from '../table/data-table.js';
import { t } from '../../text/text.js';

interface Picture {
  id: string;
  name: string;
  address: string;
}

/** Shows one picture large. The arrow keys and two buttons lead to the others, from the last to the first. */
export function PictureViewer({
  pictures,
  shown,
  onShow,
  onClose,
}: {
  pictures: readonly Picture[];
  /** Id of the picture that is shown. */
  shown: string;
  onShow: (id: string) => void;
  onClose: () => void;
}) {
  useFocusBack();
  const at = pictures.findIndex(({ id }) => id === shown);
  const picture = pictures[at];
  if (!picture) return null;
  const go = (steps: number): void => {
    const next = pictures.at((at + steps) % pictures.length);
    if (next) onShow(next.id);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={picture.name}
      size="xl"
      fullScreen={useIsPhone()}
      classNames={{ title: 'file-words' }}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') go(-1);
        if (key === 'ArrowRight') go(1);
      }}
    >
      <Stack gap="sm">
        <img src={picture.address} alt={picture.name} className="file-picture" />
        <Group justify="space-between" gap="xs">
          {pictures.length > 1 && (
            <Group gap="xs">
              <Button variant="default" onClick={() => go(-1)}>
                {t('files.previous')}
              </Button>
              <Button variant="default" onClick={() => go(1)}>
                {t('files.next')}
              </Button>
              <Text aria-live="polite">
                {t('files.place', { at: String(at + 1), of: String(pictures.length) })}
              </Text>
            </Group>
          )}
          <Anchor href={picture.address} target="_blank" rel="noreferrer">
            {t('files.original')}
          </Anchor>
        </Group>
      </Stack>
    </Modal>
  );
}
