import { Text } from '@mantine/core';
import { t } from '../../text/text.js';
import type { BoardItem, Finding, FindingRule } from './board-words.js';

type Adopted = Pick<FindingRule | BoardItem, 'finding' | 'words' | 'isUnanimous' | 'source' | 'doubt'>;

/** The words that the board adopts, and what the law asks for. A Spanish page shows a translation above the English words. */
export function FindingWords({ of }: { of: Adopted }) {
  const { finding, words, isUnanimous, source, doubt } = of;
  const translated = words === null ? null : inPageLanguage('words', finding, words);
  return (
    <>
      {translated !== words && (
        <>
          <Text className="lot-words">{translated}</Text>
          <Text size="sm" mt="xs" c="dimmed">
            {t('findings.adopted')}
          </Text>
        </>
      )}
      {/* The board adopts the words in English, whatever language the page has. */}
      <Text lang="en" className="lot-words" style={{ whiteSpace: 'pre-line' }}>
        {words}
      </Text>
      {isUnanimous && (
        <Text size="sm" mt="xs" fw={600}>
          {t('boardItems.unanimous')}
        </Text>
      )}
      <Text size="sm" mt="xs" c="dimmed">
        {t('boardItems.source')} {inPageLanguage('source', finding, source)}
      </Text>
      {doubt !== null && (
        <Text size="sm" c="dimmed">
          {t('boardItems.doubt')} {inPageLanguage('doubt', finding, doubt)}
        </Text>
      )}
    </>
  );
}

/** A text of a finding in the language of the page. The catalog has none for words that the district wrote itself. */
function inPageLanguage(part: 'words' | 'source' | 'doubt', finding: Finding, english: string): string {
  const key = `findings.${part}_${finding}`;
  return t.has(key) ? (t as (key: string) => string)(key) : english;
}
