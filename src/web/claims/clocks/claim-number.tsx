import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TableColumn } from '../../common/table/table-column.js';
import { t } from '../../text/text.js';

/** The column that leads to the page of a claim. @param to the page of the district, or that of the vendor */
export function claimNumberColumn<C extends { id: string; number: string }>(
  to: '/claims/$id' | '/desk/claims/$id',
): TableColumn<C> {
  return {
    id: 'number',
    label: t('claims.claim'),
    width: 11,
    isAlways: true,
    onCard: 'title',
    cell: ({ id, number }) => (
      <Anchor
        fw={600}
        // The row has the focus, and Enter opens it.
        tabIndex={-1}
        renderRoot={(props) => <Link to={to} params={{ id }} {...props} />}
      >
        {number}
      </Anchor>
    ),
  };
}
