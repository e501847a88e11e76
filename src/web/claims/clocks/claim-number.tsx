import type { TableColumn } from '../../common/table/table-column.js';
import { RowLink } from '../../common/text-link.js';
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
      <RowLink to={to} params={{ id }}>
        {number}
      </RowLink>
    ),
  };
}
