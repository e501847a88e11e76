import { Alert, Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { wordsOf } from '../api/problem.js';
import { Panel } from '../support/panel.js';
import { t } from '../text/text.js';

/** One kind of figure: what it counts, and the figures once they are loaded. */
export function Figures<T>({
  title,
  about,
  query: { data, error },
  actions,
  children,
}: {
  title: string;
  about?: ReactNode;
  query: { data: T | undefined; error: unknown };
  actions?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  return (
    <Panel title={title} actions={actions}>
      {about !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {about}
        </Text>
      )}
      {data !== undefined ? (
        children(data)
      ) : error ? (
        <Alert color="orange" role="alert" title={t('warranty.failed')}>
          {wordsOf(error)}
        </Alert>
      ) : (
        <Loader size="sm" role="status" aria-label={t('common.loading')} />
      )}
    </Panel>
  );
}

/** What a screen reader calls the table below a title. */
export function tableOf(title: string): string {
  return t('warranty.tableOf', { title });
}
