import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Shape } from '../api/problem.js';
import { MAY_OPEN } from '../app/navigation.js';
import { leftWords } from '../coverages/coverage-words.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';

/** The pool of a coverage, with what is left of it. */
export function PoolLink({ pool }: { pool: Shape<'CoveragePool'> }) {
  const words = t('pools.leftInPool', { left: leftWords(pool), name: pool.name });
  if (!MAY_OPEN['/coverages'](useSession())) return words;
  return (
    <Anchor
      underline="always"
      renderRoot={(props) => <Link to="/incident-pools/$id" params={{ id: pool.id }} {...props} />}
    >
      {words}
    </Anchor>
  );
}
