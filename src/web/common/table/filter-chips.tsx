import './table.css';
import { Button, CloseButton, Group, Menu, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { t } from '../../text/text.js';

/** A filter of a list. */
export interface TableFilter {
  id: string;
  label: string;
  /** The value of the filter, in words. If it is undefined, the filter is not set and appears under "Add filter". */
  words: string | undefined;
  /** The chip shows only the words, without the label. */
  isPlain?: boolean;
  /** Changes the filter. `close` closes the small window. Left out if the filter can only be removed. */
  editor?: (close: () => void) => ReactNode;
  onClear: () => void;
}

/** A chip for each filter of a list, and a menu to add filters. */
export function FilterChips({
  filters,
  onClearAll,
}: {
  filters: readonly TableFilter[];
  /** Removes all filters at once. Left out if there are no filters. */
  onClearAll?: () => void;
}) {
  const [open, setOpen] = useState<string>();
  const set = filters.filter(({ words }) => words !== undefined);
  const close = (): void => setOpen(undefined);
  return (
    <Group gap="xs" role="group" aria-label={t('table.filters')} className="filter-chips">
      {set.map((filter) => (
        <Chip
          key={filter.id}
          filter={filter}
          isOpen={open === filter.id}
          onOpen={(isOpen) => setOpen(isOpen ? filter.id : undefined)}
        />
      ))}
      <AddFilter filters={filters} open={open} onOpen={setOpen} close={close} />
      {onClearAll && set.length > 1 && (
        <Button size="sm" variant="subtle" onClick={onClearAll}>
          {t('table.filtersClear')}
        </Button>
      )}
    </Group>
  );
}

function Chip({
  filter: { label, words = '', isPlain, editor, onClear },
  isOpen,
  onOpen,
}: {
  filter: TableFilter;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}) {
  const text = isPlain ? words : t('table.filterIs', { label, words });
  return (
    <div className="filter-chip">
      {editor ? (
        <Popover
          opened={isOpen}
          onChange={onOpen}
          position="bottom-start"
          trapFocus
          returnFocus
          withRoles={false}
        >
          <Popover.Target>
            <button
              type="button"
              className="filter-chip-text"
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              onClick={() => onOpen(!isOpen)}
            >
              {text}
            </button>
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label={label} className="table-menu">
            {editor(() => onOpen(false))}
          </Popover.Dropdown>
        </Popover>
      ) : (
        <span className="filter-chip-text">{text}</span>
      )}
      <CloseButton size="md" aria-label={t('table.filterRemove', { filter: text })} onClick={onClear} />
    </div>
  );
}

/** A menu of the filters that are not set, and the small window of the chosen filter. */
function AddFilter({
  filters,
  open,
  onOpen,
  close,
}: {
  filters: readonly TableFilter[];
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
  close: () => void;
}) {
  const [picked, setPicked] = useState<string>();
  const unset = filters.filter(({ words, editor }) => words === undefined && editor);
  // The filter stays in this window while people set it, even though it already has a chip.
  const filter = filters.find(({ id }) => id === picked && open === `add ${id}`);
  if (unset.length === 0 && !filter) return null;
  return (
    <Popover
      opened={filter !== undefined}
      onChange={(isOpen) => isOpen || close()}
      position="bottom-start"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <div>
          <Menu position="bottom-start" returnFocus>
            <Menu.Target>
              <Button size="sm" variant="default" leftSection={<IconFilter size={18} aria-hidden />}>
                {t('table.filterAdd')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {unset.map(({ id, label }) => (
                <Menu.Item
                  key={id}
                  onClick={() => {
                    setPicked(id);
                    onOpen(`add ${id}`);
                  }}
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={filter?.label} className="table-menu">
        {filter?.editor?.(close)}
      </Popover.Dropdown>
    </Popover>
  );
}
