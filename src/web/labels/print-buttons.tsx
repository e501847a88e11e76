import { Button, Group } from '@mantine/core';
import type { Source } from './print-labels.js';

export interface PrintProps {
  onPrint: (source: Source) => (format: 'pdf' | 'zpl') => void;
  isPending: boolean;
}

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
        As PDF
      </Button>
      <Button variant="default" onClick={() => onPrint('zpl')} loading={isPending} disabled={disabled}>
        As ZPL
      </Button>
    </Group>
  );
}
