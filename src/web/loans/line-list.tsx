import { Badge, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { GOOD, PLAIN } from '../common/tones.js';
import { useField } from '../journal/journal-context.js';
import { knownPerson } from '../scan/known-people.js';
import { personDetails } from '../scan/person-field.js';
import { stateColor, stateOf, stateWords } from '../scan/scan-state.js';
import { deviceNameOf } from '../scan/told.js';
import { t } from '../text/text.js';
import type { Line } from './use-check-out.js';

/** Everybody on the list: what they were given, and whether the server has it. */
export function LineList({ lines, current }: { lines: readonly Line[]; current: Line | undefined }) {
  const { database } = useField();
  const seqs = lines.flatMap(({ scan }) => scan?.seq ?? []);
  const scans = useLiveQuery(() => database.scans.bulkGet(seqs), [database, seqs.join()]);
  if (lines.length < 2) return null;
  return (
    <section aria-label={t('checkout.listTitle')}>
      <Title order={2} size="h4">
        {t('checkout.listTitle')}
      </Title>
      <ol className="running">
        {lines.map((line) => {
          const person = knownPerson(line.person);
          const scan = scans?.find((one) => one?.id === line.scan?.id) ?? line.scan;
          const state = scan && stateOf(scan);
          return (
            <li key={line.key}>
              <div className="running-text">
                <Text fw={600}>{person?.name ?? line.person}</Text>
                <Text size="sm" c="dimmed">
                  {person ? personDetails(person) : t('checkout.unchecked')}
                </Text>
              </div>
              <div className="line-device">
                {scan && <div>{deviceNameOf(scan)}</div>}
                <Badge color={state ? stateColor(state) : line === current ? GOOD : PLAIN}>
                  {state ? stateWords(state) : line === current ? t('checkout.now') : t('checkout.later')}
                </Badge>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
