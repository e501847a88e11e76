import { Button, Group } from '@mantine/core';
import { t } from '../text/text.js';
import type { Source } from './print-labels.js';

export interface PrintProps {
  onPrint: (source: Source) => (format: 'pdf' | 'zpl') => void;
  isPending: boolean;
}

/** Prints on paper, or sends to a label printer that speaks ZPL. */
export function PrintButtons({
  onPrint,
  isPending,
  disabled = false,
}: {
  onPrint: (format: 'pdf' | 'zpl') => void;
  isPending: boolean;
  disabled?: boolean;
}) {
  return (
    <Group gap="xs">
      <Button onClick={() => onPrint('pdf')} loading={isPending} disabled={disabled}>
        {t('labels.pdf')}
      </Button>
      <Button variant="default" onClick={() => onPrint('zpl')} loading={isPending} disabled={disabled}>
        {t('labels.zpl')}
      </Button>
    </Group>
  );
}
