import { isPlaceholderCode } from '../../common/placeholders.js';
import { normaliseCode } from '../device-codes.js';
import type { Statements } from '../../database/tx.js';
import type { IsOwnTag } from '../planning/input-codes.js';

/**
 * Which tags of a district look like placeholders and are none, because a tag series of the district contains them:
 * 1111 is the hundred and eleventh tag of the series with the prefix 1 and three digits. Zeros alone are never a tag.
 */
export async function ownTags(tx: Statements, districtId: string): Promise<IsOwnTag> {
  const series = await tx.query<{ prefix: string; digits: number }[]>(
    `SELECT prefix, digits FROM tag_series WHERE district_id = $1`,
    [districtId],
  );
  return (tag) =>
    !/^0+$/.test(tag) &&
    series.some(
      ({ prefix, digits }) =>
        tag.length === prefix.length + digits &&
        tag.startsWith(prefix) &&
        /^\d+$/.test(tag.slice(prefix.length)),
    );
}

/** The same for the tags of some inputs; asks nothing where none of them looks like a placeholder. */
export async function ownTagsAmong(
  tx: Statements,
  districtId: string,
  tags: readonly (string | null | undefined)[],
): Promise<IsOwnTag | undefined> {
  const isInDoubt = tags.some((tag) => tag && isPlaceholderCode(normaliseCode(tag)));
  return isInDoubt ? ownTags(tx, districtId) : undefined;
}
