import './table.css';
import { Button, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { NoAnswer } from '../../api/problem.js';
import { t } from '../../text/text.js';
import { Failed, Loading } from '../states.js';
import { PrintedPart } from '../printed-part.js';
import { CardList } from './card-list.js';
import { TableGrid, type TableViewProps } from './table-grid.js';

interface Props<Row extends object> extends TableViewProps<Row> {
  /** Shown when no row matches. It says what to do next. */
  empty: ReactNode;
  /** Shown without a connection, instead of a message that there is no connection. */
  offline?: ReactNode;
}

/** Whether to show rows as cards, because the screen is too narrow for a table. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
}

/** Shows a list of any length as a table, or as cards on a phone. It handles loading, failed, offline and empty lists. */
export function DataTable<Row extends object>({ empty, offline, ...view }: Props<Row>) {
  const isPhone = useIsPhone();
  const { list } = view;
  if (list.error instanceof NoAnswer && offline) return <>{offline}</>;
  if (list.error) return <Failed title={t('common.listFailed')} error={list.error} onRetry={list.retry} />;
  if (list.isLoading) return <Loading />;
  if (list.rows.length === 0) return <>{empty}</>;
  return (
    <div>
      <PrintedPart
        shown={list.rows.length}
        total={list.hasMore ? (view.total ?? 'more') : list.rows.length}
      />
      {isPhone ? <CardList {...view} /> : <TableGrid {...view} />}
      <div role="status" className="table-end">
        {list.hasFailedMore && (
          <Group gap="sm">
            <Text>{t('table.moreFailed')}</Text>
            <Button size="sm" variant="default" onClick={list.retry}>
              {t('common.tryAgain')}
            </Button>
          </Group>
        )}
        {list.hasMore && !list.hasFailedMore && (
          <Text size="sm" c="dimmed" className="table-more">
            {t('table.more')}
          </Text>
        )}
      </div>
    </div>
  );
}
