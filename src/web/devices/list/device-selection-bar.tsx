import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DevicesSearch } from '../../app/searches.js';
import { SelectionBar } from '../../common/table/selection-bar.js';
import type { Total } from '../../common/table/total.js';
import type { Selection } from '../../common/table/use-selection.js';
import { AddToLot } from '../../salvage/leaving/add-to-lot.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { IN_USE } from '../device-search.js';

/** What can be done with the devices that somebody has selected. */
export function DeviceSelectionBar({
  selection,
  total,
  search,
}: {
  selection: Selection;
  total: Total | undefined;
  search: DevicesSearch;
}) {
  const navigate = useNavigate();
  const session = useSession();
  const [isAddingToLot, setIsAddingToLot] = useState(false);
  const { selected } = selection;
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
        {/* A lot takes devices that somebody has looked at, not all that match. */}
        {may(session, 'salvage:edit') && selected.kind === 'some' && (
          <Button size="sm" variant="default" onClick={() => setIsAddingToLot(true)}>
            {t('leaving.addToLot')}
          </Button>
        )}
      </SelectionBar>
      {isAddingToLot && selected.kind === 'some' && (
        <AddToLot deviceIds={[...selected.ids]} onClose={() => setIsAddingToLot(false)} />
      )}
    </>
  );
}
