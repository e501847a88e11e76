import { Text } from '@mantine/core';
import { t } from '../../text/text.js';
import type { BoardItem, FindingRule } from './board-words.js';

/** The words to be adopted, as the law has them, and what the law asks for beside them. */
export function FindingWords({
  of,
}: {
  of: Pick<FindingRule | BoardItem, 'words' | 'isUnanimous' | 'source' | 'doubt'>;
}) {
  const { words, isUnanimous, source, doubt } = of;
  return (
    <>
      {/* The board adopts them in English, whatever language the page has. */}
      <Text lang="en" className="lot-words" style={{ whiteSpace: 'pre-line' }}>
        {words}
      </Text>
      {isUnanimous && (
        <Text size="sm" mt="xs" fw={600}>
          {t('boardItems.unanimous')}
        </Text>
      )}
      <Text size="sm" mt="xs" c="dimmed">
        {t('boardItems.source')} <span lang="en">{source}</span>
      </Text>
      {doubt !== null && (
        <Text size="sm" c="dimmed">
          {t('boardItems.doubt')} <span lang="en">{doubt}</span>
        </Text>
      )}
    </>
  );
}
