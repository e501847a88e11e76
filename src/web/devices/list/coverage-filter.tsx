import type { DevicesSearch } from '../../app/searches.js';
import type { TableFilter } from '../../common/table/filter-chips.js';
import { ChoicesEditor } from '../../common/table/filter-editors.js';
import { deviceStateChoices, wordsOfChoice } from '../../coverages/coverage-words.js';
import { t } from '../../text/text.js';
import { listOf, textOf } from '../device-search.js';

/** Filters devices by the state of their best coverage today. */
export function coverageFilter(
  { coverage }: DevicesSearch,
  onChange: (change: Partial<DevicesSearch>) => void,
): TableFilter {
  const picked = listOf(coverage);
  const choices = deviceStateChoices();
  return {
    id: 'coverage',
    label: t('coverage.title'),
    words: picked?.map((state) => wordsOfChoice(choices, state)).join(', '),
    editor: () => (
      <ChoicesEditor
        choices={choices}
        picked={picked ?? []}
        onPick={(states) => onChange({ coverage: textOf(states) })}
      />
    ),
    onClear: () => onChange({ coverage: undefined }),
  };
}
