import type { paths } from '../api/schema.js';
import type { CoveragesSearch } from '../app/searches.js';
import { useSites } from '../common/site-select.js';
import type { TableFilter } from '../common/table/filter-chips.js';
import { ChoicesEditor, DatesEditor, ManyChoicesEditor } from '../common/table/filter-editors.js';
import { day } from '../common/words.js';
import { t } from '../text/text.js';
import { kindChoices, stateChoices, wordsOfChoice } from './coverage-words.js';
import { useVendors } from './use-vendors.js';

export type CoverageQuery = NonNullable<paths['/api/v1/coverages']['get']['parameters']['query']>;

type Change = (change: Partial<CoveragesSearch>) => void;

/** Everything that coverages can be filtered by, as the address of the page says it. */
export function useCoverageFilters(search: CoveragesSearch, onChange: Change): TableFilter[] {
  return [
    fewFilter('state', t('coverage.state'), stateChoices(), search, onChange),
    useVendorFilter(search, onChange),
    fewFilter('kind', t('coverage.kind'), kindChoices(), search, onChange),
    useSiteFilter(search, onChange),
    endsFilter(search, onChange),
  ];
}

interface Choice {
  value: string;
  label: string;
}

/** The API takes one value, so the last choice replaces the one before it. */
function fewFilter(
  name: 'state' | 'kind',
  label: string,
  choices: Choice[],
  search: CoveragesSearch,
  onChange: Change,
): TableFilter {
  const picked = search[name];
  return {
    id: name,
    label,
    words: picked && wordsOfChoice(choices, picked),
    editor: (close) => (
      <ChoicesEditor
        choices={choices}
        picked={picked ? [picked] : []}
        onPick={(values) => {
          onChange({ [name]: values.at(-1) });
          close();
        }}
      />
    ),
    onClear: () => onChange({ [name]: undefined }),
  };
}

function manyFilter(
  name: 'vendor' | 'site',
  texts: { label: string; nothingFound: string },
  choices: Choice[],
  search: CoveragesSearch,
  onChange: Change,
): TableFilter {
  const picked = search[name];
  return {
    id: name,
    label: texts.label,
    words: picked && wordsOfChoice(choices, picked),
    editor: (close) => (
      <ManyChoicesEditor
        {...texts}
        choices={choices}
        picked={picked ? [picked] : []}
        onPick={(values) => {
          onChange({ [name]: values.at(-1) });
          close();
        }}
      />
    ),
    onClear: () => onChange({ [name]: undefined }),
  };
}

function useVendorFilter(search: CoveragesSearch, onChange: Change): TableFilter {
  const vendors = useVendors() ?? [];
  const choices = vendors.map(({ key, name }) => ({ value: key, label: name }));
  const texts = { label: t('coverage.vendor'), nothingFound: t('coverage.noVendorFound') };
  return manyFilter('vendor', texts, choices, search, onChange);
}

function useSiteFilter(search: CoveragesSearch, onChange: Change): TableFilter {
  const sites = useSites() ?? [];
  const choices = sites.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const texts = { label: t('field.site'), nothingFound: t('common.noSite') };
  return manyFilter('site', texts, choices, search, onChange);
}

function endsFilter({ endsFrom, endsTo }: CoveragesSearch, onChange: Change): TableFilter {
  return {
    id: 'ends',
    label: t('coverage.ends'),
    words: endsWords(endsFrom, endsTo),
    editor: (close) => (
      <DatesEditor
        from={endsFrom ?? ''}
        to={endsTo ?? ''}
        fromLabel={t('coverage.endsFrom')}
        toLabel={t('coverage.endsTo')}
        onApply={(from, to) => {
          onChange({ endsFrom: from || undefined, endsTo: to || undefined });
          close();
        }}
      />
    ),
    onClear: () => onChange({ endsFrom: undefined, endsTo: undefined }),
  };
}

function endsWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from !== undefined && to !== undefined)
    return t('coverage.endsBetween', { from: day(from), to: day(to) });
  if (from !== undefined) return t('coverage.endsSince', { from: day(from) });
  return to === undefined ? undefined : t('coverage.endsUntil', { to: day(to) });
}
