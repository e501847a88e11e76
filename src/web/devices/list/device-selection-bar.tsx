import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Shape } from '../../api/problem.js';
import type { DevicesSearch } from '../../app/searches.js';
import { SelectionBar } from '../../common/table/selection-bar.js';
import type { Total } from '../../common/table/total.js';
import type { Selection } from '../../common/table/use-selection.js';
import { AddToLot } from '../../salvage/leaving/add-to-lot.js';
import { matchingDevices, selectedDevices } from '../../salvage/leaving/devices-to-add.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { filterOf, IN_USE } from '../device-search.js';
import type { DeviceSort } from './use-device-list.js';

/** What can be done with the devices that somebody has selected. */
export function DeviceSelectionBar({
  selection,
  total,
  search,
  sort,
  rows,
}: {
  selection: Selection;
  total: Total | undefined;
  search: DevicesSearch;
  sort: DeviceSort;
  /** The rows that the list has loaded. */
  rows: readonly Shape<'DeviceView'>[];
}) {
  const navigate = useNavigate();
  const session = useSession();
  const [isAddingToLot, setIsAddingToLot] = useState(false);
  const { selected } = selection;
  const filter = filterOf(search);
  const print = (): void =>
    void (selected.kind === 'all'
      ? navigate({ to: '/labels', search: { ...search, status: search.status ?? IN_USE.join(',') } })
      : navigate({ to: '/labels', state: { devices: [...selected.ids] } }));
  const change = (): void =>
    void (selected.kind === 'all'
      ? navigate({ to: '/devices/change', search: { ...search, of: 'all' } })
      : navigate({
          to: '/devices/change',
          search: { of: 'selected' },
          state: { devices: [...selected.ids] },
        }));
  return (
    <>
      <SelectionBar selection={selection} total={total}>
        {may(session, 'devices:edit') && (
          <>
            <Button size="sm" onClick={change}>
              {t('devices.changeMany')}
            </Button>
            <Button size="sm" variant="default" onClick={print}>
              {t('devices.printLabels')}
            </Button>
          </>
        )}
        {may(session, 'salvage:edit') && (
          <Button size="sm" variant="default" onClick={() => setIsAddingToLot(true)}>
            {t('leaving.addToLot')}
          </Button>
        )}
      </SelectionBar>
      {isAddingToLot && (
        <AddToLot
          {...(selected.kind === 'all'
            ? { total: total ?? { count: 0, isMore: true }, devices: () => matchingDevices(filter, sort) }
            : {
                total: { count: selected.ids.size, isMore: false },
                devices: () => selectedDevices([...selected.ids], rows),
              })}
          areRetired={filter.status?.join() === 'retired'}
          onClose={() => setIsAddingToLot(false)}
        />
      )}
    </>
  );
}
