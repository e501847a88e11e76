import { ActionIcon, Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { t } from '../../text/text.js';
import type { TableColumn } from './table-column.js';
import type { ChosenColumns } from './use-chosen-columns.js';

/** A menu to choose the columns of a table. This device remembers the choice. */
export function ColumnMenu<Row>({
  columns,
  chosen,
  isCompact,
}: {
  columns: readonly TableColumn<Row>[];
  chosen: ChosenColumns<Row>;
  /** Show only the icon, because there is no room for the word. */
  isCompact?: boolean;
}) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        {isCompact ? (
          <ActionIcon variant="default" size={44} aria-label={t('table.columns')} aria-haspopup="dialog">
            <IconColumns3 size={20} />
          </ActionIcon>
        ) : (
          <Button
            variant="default"
            leftSection={<IconColumns3 size={18} aria-hidden />}
            aria-haspopup="dialog"
          >
            {t('table.columns')}
          </Button>
        )}
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('table.columns')} className="table-menu">
        <Stack gap="xs">
          {columns.map(({ id, label, isAlways }) => (
            <Checkbox
              key={id}
              label={label}
              checked={chosen.isShown(id)}
              disabled={isAlways}
              onChange={() => chosen.onToggle(id)}
            />
          ))}
          {chosen.onReset && (
            <Button size="xs" variant="subtle" onClick={chosen.onReset}>
              {t('table.columnsReset')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
