import { Checkbox, Paper, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Shape } from '../api/problem.js';
import { Pages } from '../common/pages.js';
import { t } from '../text/text.js';
import { type Finding, FoundDevice, loadFindings, recordOf } from './finding-list.js';
import { placeOf } from './sweep-words.js';

type Sweep = Shape<'SweepDetail'>;

/** Which devices closing moves, each with where it is on record and where it goes. */
export function MovesPreview({
  sweep,
  moves,
  onChange,
}: {
  sweep: Sweep;
  moves: boolean;
  onChange: (moves: boolean) => void;
}) {
  const count = sweep.found['misplaced'] ?? 0;
  return (
    <Preview
      id="to-move"
      title={t('sweeps.toMove', { count })}
      text={count > 0 ? t('sweeps.toMoveText') : t('sweeps.toMoveNone')}
    >
      {count > 0 && (
        <>
          <Checkbox
            label={t('sweeps.moves', { count })}
            description={t('sweeps.movesOff')}
            checked={moves}
            onChange={(event) => onChange(event.currentTarget.checked)}
            mb="sm"
          />
          <FindingRows
            sweep={sweep}
            result="misplaced"
            headingId="to-move"
            columns={[
              { header: t('sweeps.from'), cell: recordOf },
              {
                header: t('sweeps.to'),
                cell: (finding) => (moves ? goalOf(sweep, finding) : recordOf(finding)),
              },
            ]}
          />
        </>
      )}
    </Preview>
  );
}

/** A longer list is folded. */
const MOST_SHOWN = 10;

/** The expected devices that have no scan. */
export function NotFoundPreview({ sweep }: { sweep: Sweep }) {
  const count = sweep.found['not_seen'] ?? 0;
  return (
    <Preview
      id="not-found"
      title={t('sweeps.notFound', { count })}
      text={count > 0 ? t('sweeps.notFoundText', { count }) : t('sweeps.notFoundNone')}
    >
      {count > 0 && (
        // A whole site has hundreds: the signature below must not be pages away.
        <details open={count <= MOST_SHOWN}>
          <summary>{t('sweeps.showNotFound', { count })}</summary>
          <FindingRows
            sweep={sweep}
            result="not_seen"
            headingId="not-found"
            columns={[{ header: t('sweeps.record'), cell: recordOf }]}
          />
        </details>
      )}
    </Preview>
  );
}

function Preview({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {text}
      </Text>
      {children}
    </Paper>
  );
}

function FindingRows({
  sweep,
  result,
  headingId,
  columns,
}: {
  sweep: Sweep;
  result: Finding['result'];
  headingId: string;
  columns: { header: string; cell: (finding: Finding) => string }[];
}) {
  return (
    <Pages
      queryKey={['sweep', sweep.id, 'findings', result, Object.values(sweep.found).join()]}
      load={(cursor) => loadFindings(sweep.id, result, cursor)}
      empty={null}
    >
      {(findings) => (
        <div className="wide" tabIndex={0} role="group" aria-labelledby={headingId}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('common.device')}</Table.Th>
                {columns.map(({ header }) => (
                  <Table.Th key={header}>{header}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {findings.map((finding) => (
                <Table.Tr key={finding.key}>
                  <Table.Td>
                    <FoundDevice finding={finding} />
                  </Table.Td>
                  {columns.map(({ header, cell }) => (
                    <Table.Td key={header} data-label={header}>
                      {cell(finding)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Pages>
  );
}

/** Where closing puts a device: into the cart that was swept, else into the room in which it was scanned. */
function goalOf({ siteName, cart, room }: Sweep, { foundRoom }: Finding): string {
  return placeOf({ siteName, cart, room: foundRoom ?? room });
}
