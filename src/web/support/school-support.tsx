import { Alert, Loader, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Shape, wordsOf } from '../api/problem.js';
import { day, number } from '../common/words.js';
import { locale, t } from '../text/text.js';
import { Panel } from './panel.js';

/** Which technician comes on which days. */
export function Technicians({
  technicians,
  error,
}: {
  technicians: Shape<'SiteTechnician'>[] | undefined;
  error: unknown;
}) {
  return (
    <Panel title={t('school.technicians')}>
      <WhenLoaded data={technicians} error={error}>
        {(all) =>
          all.length === 0 ? (
            <Text c="dimmed">{t('school.techniciansNone')}</Text>
          ) : (
            all.map(({ technicianId, technician, days }) => (
              <div key={technicianId}>
                <Text fw={600}>{technician}</Text>
                <Text size="sm" c="dimmed" mb="xs">
                  {t('school.techniciansDays', {
                    days: listed(days.map(({ weekday }) => weekdayName(weekday))),
                    date: day(days.map(({ endsOn }) => endsOn).toSorted()[0] ?? null),
                  })}
                </Text>
              </div>
            ))
          )
        }
      </WhenLoaded>
    </Panel>
  );
}

/** Hours that are due and that were delivered, week by week. */
export function SupportTime({
  support,
  error,
}: {
  support: Shape<'SiteSupport'> | undefined;
  error: unknown;
}) {
  return (
    <Panel title={t('school.time')}>
      <WhenLoaded data={support} error={error}>
        {({ delivered }) =>
          delivered === null ? (
            <Text c="dimmed">{t('school.timeNone')}</Text>
          ) : (
            <DeliveredTime delivered={delivered} />
          )
        }
      </WhenLoaded>
    </Panel>
  );
}

function DeliveredTime({ delivered: { due, hours, short, weeks } }: { delivered: Shape<'SiteDelivered'> }) {
  const inHours = (count: number): string => t('school.hours', { count });
  return (
    <>
      <dl className="facts">
        <dt>{t('school.timeDue')}</dt>
        <dd>{inHours(due)}</dd>
        <dt>{t('school.timeDelivered', { count: weeks.length })}</dt>
        <dd>
          {t('school.timeOf', { hours: number(hours), due: inHours(due * weeks.length) })}
          <br />
          {short > 0 ? t('school.timeShort', { hours: inHours(short) }) : t('school.timeMet')}
        </dd>
      </dl>
      <Table mt="xs" aria-label={t('school.weeks')}>
        <Table.Tbody>
          {weeks.map((week) => (
            <Table.Tr key={week.week}>
              <Table.Td>{t('school.week', { date: day(week.week) })}</Table.Td>
              <Table.Td ta="end">
                {t('school.timeOf', { hours: number(week.hours), due: inHours(due) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** What is loaded, or why it is not. */
function WhenLoaded<T>({
  data,
  error,
  children,
}: {
  data: T | undefined;
  error: unknown;
  children: (data: T) => ReactNode;
}) {
  if (data !== undefined) return <>{children(data)}</>;
  if (error)
    return (
      <Alert color="orange" role="alert">
        {wordsOf(error)}
      </Alert>
    );
  return <Loader size="sm" role="status" aria-label={t('common.loading')} />;
}

/** @param weekday 1 Monday to 7 Sunday */
function weekdayName(weekday: number): string {
  // The first of January 2024 was a Monday.
  return new Date(Date.UTC(2024, 0, weekday)).toLocaleDateString(locale(), {
    weekday: 'long',
    timeZone: 'UTC',
  });
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}
