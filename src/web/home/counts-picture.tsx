import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import { count, KIND_WORDS, STATUS_WORDS } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';

/** Patterns by lightness, so that a print in grey can be read. */
const SHADES: Record<string, string> = {
  deployed: '#0b7285',
  in_stock: '#66c2d0',
  in_repair: '#f08c00',
  missing: '#c92a2a',
  retired: '#868e96',
};

/** How many devices there are now, by kind and status: drawn, with its numbers. */
export function CountsPicture() {
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['home', 'counts'],
    enabled: may(session, 'counts:read'),
    queryFn: () => answer(api.GET('/api/v1/counts', { params: { query: { groupBy: ['kind', 'status'] } } })),
  });
  if (!data || data.total === 0) return null;
  const kinds = [...new Set(data.groups.map(({ kind }) => kind ?? 'other'))];
  const rows = kinds
    .map((kind) => ({ kind, parts: data.groups.filter((group) => group.kind === kind) }))
    .map((row) => ({ ...row, total: row.parts.reduce((sum, part) => sum + part.count, 0) }))
    .toSorted((a, b) => b.total - a.total);
  const most = Math.max(...rows.map(({ total }) => total));
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4">
        {count(data.total, 'device')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Of your sites, as of {data.asOf}
      </Text>
      <div className="bars">
        {rows.map(({ kind, parts, total }) => (
          <div key={kind} className="bar-row">
            <span>{KIND_WORDS[kind] ?? kind}</span>
            <span
              className="bar"
              role="img"
              aria-label={parts
                .map((part) => `${part.count} ${STATUS_WORDS[part.status ?? ''] ?? ''}`)
                .join(', ')}
            >
              {parts.map((part) => (
                <span
                  key={part.status}
                  className="bar-part"
                  title={`${STATUS_WORDS[part.status ?? ''] ?? ''}: ${part.count.toLocaleString()}`}
                  style={{
                    width: `${(100 * part.count) / most}%`,
                    background: SHADES[part.status ?? ''] ?? '#495057',
                  }}
                />
              ))}
            </span>
            <span className="bar-number">{total.toLocaleString()}</span>
          </div>
        ))}
      </div>
      <Text size="sm" mt="sm">
        {Object.entries(SHADES).map(([status, shade]) => (
          <span key={status} className="bar-legend">
            <span className="bar-swatch" style={{ background: shade }} aria-hidden /> {STATUS_WORDS[status]}
          </span>
        ))}
      </Text>
    </Paper>
  );
}
