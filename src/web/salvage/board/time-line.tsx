import { Text } from '@mantine/core';
import { day, today } from '../../common/words.js';
import { t } from '../../text/text.js';
import type { BoardItem, Finding } from './board-words.js';

interface Span {
  key: string;
  name: string;
  /** Calendar dates. */
  from: string;
  to: string;
}

/** The days of a board item, drawn from the first to the last, with today: the meeting, its notices, and its validity. */
export function TimeLine({ item }: { item: BoardItem }) {
  const { meetingOn, finding, notices, validFrom, validTo } = item;
  const spans: Span[] = [
    { key: 'meeting', name: t('boardItems.meetingOn'), from: meetingOn, to: meetingOn },
    ...notices.map(({ what, from, to }, i) => ({
      key: `notice ${i}`,
      name: noticeWords(finding, what),
      from,
      to,
    })),
    { key: 'valid', name: t('boardItems.valid'), from: validFrom, to: validTo },
  ];
  const now = today();
  const days = [...spans.flatMap(({ from, to }) => [from, to]), now].map((date) => Date.parse(date));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const at = (date: string): number => ((Date.parse(date) - first) / Math.max(1, last - first)) * 100;
  return (
    <>
      <ol className="time-line">
        {spans.map(({ key, name, from, to }) => (
          <li key={key}>
            <Text size="sm">
              <Text span fw={600} inherit>
                {name}
              </Text>{' '}
              {from === to ? day(from) : t('boardItems.fromTo', { from: day(from), to: day(to) })}
            </Text>
            <div className="time-line-track" aria-hidden>
              <div
                className="time-line-bar"
                style={{ left: `min(${at(from)}%, 100% - 0.5rem)`, width: `${at(to) - at(from)}%` }}
              />
              <div className="time-line-today" style={{ left: `min(${at(now)}%, 100% - 2px)` }} />
            </div>
          </li>
        ))}
      </ol>
      <Text size="sm" c="dimmed" mt="sm">
        {t('boardItems.todayIs', { day: day(now) })}
      </Text>
    </>
  );
}

/** What must be posted, in the language of the page where the catalog has it. */
function noticeWords(finding: Finding, what: string): string {
  const key = `boardItems.notice_${finding}`;
  return t.has(key) ? (t as (key: string) => string)(key) : what;
}
