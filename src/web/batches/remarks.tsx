import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Shape } from '../api/problem.js';
import { t } from '../text/text.js';

type Remarked = Shape<'RemarkedClaim'>;

/** What Rollcall says of cells of claims, by claim: what they lack, or what it changed. */
export function Remarks({ claims }: { claims: readonly Remarked[] }) {
  return (
    <Stack gap={4} component="ul" className="remarks">
      {claims.map(({ claimId, number, remarks }) => (
        <li key={claimId}>
          <Text size="sm" component="span">
            <Anchor renderRoot={(props) => <Link to="/claims/$id" params={{ id: claimId }} {...props} />}>
              {number}
            </Anchor>
            {': '}
            {remarks.map(({ column, code }) => t(`batches.remark_${code}`, { column })).join('; ')}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
