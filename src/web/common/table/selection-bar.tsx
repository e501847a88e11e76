import { Button, Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { number } from '../words.js';
import { t } from '../../text/text.js';
import type { Selection } from './use-selection.js';
import { totalWords, type Total } from './total.js';

/** Shows how many rows are selected, a button to select all matching rows, and actions. The bar stays on the screen. */
export function SelectionBar({
  selection,
  total,
  children,
}: {
  selection: Selection;
  total: Total | undefined;
  /** Buttons for actions on the selected rows. */
  children: ReactNode;
}) {
  const { count } = selection;
  if (count === 0) return null;
  const offersAll = count !== undefined && total !== undefined && (total.isMore || total.count > count);
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      className="selection-bar"
      role="region"
      aria-label={t('table.selection')}
    >
      <Group gap="sm">
        <Text fw={600} role="status">
          {count === undefined
            ? t('table.selectedAll', { count: total ? totalWords(total) : '' })
            : t('table.selected', { count, number: number(count) })}
        </Text>
        {offersAll && (
          <Button size="sm" variant="subtle" onClick={selection.selectAll}>
            {t('table.selectAll', { count: totalWords(total) })}
          </Button>
        )}
        <Group gap="xs" ml="auto">
          {children}
          <Button size="sm" variant="default" onClick={selection.clear}>
            {t('table.selectNone')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
