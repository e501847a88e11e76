import type { paths } from '../api/schema.js';
import type { CoveragesSearch } from '../app/searches.js';
import { useSiteChoices } from '../common/site-select.js';
import type { TableFilter } from '../common/table/filter-chips.js';
import { DatesEditor } from '../common/table/filter-editors.js';
import { type Choice, singleFilter } from '../common/table/single-filter.js';
import { day, today } from '../common/words.js';
import { t } from '../text/text.js';
import { kindChoices, stateChoices } from './coverage-words.js';
import { useVendorChoices } from './use-vendors.js';

export type CoverageQuery = NonNullable<paths['/api/v1/coverages']['get']['parameters']['query']>;

type Change = (change: Partial<CoveragesSearch>) => void;

/** Everything that coverages can be filtered by, as the address of the page says it. */
export function useCoverageFilters(search: CoveragesSearch, onChange: Change): TableFilter[] {
  const vendors = useVendorChoices();
  const sites = useSiteChoices();
  const one = (
    id: 'state' | 'vendor' | 'kind' | 'site',
    label: string,
    choices: readonly Choice[],
    nothingFound: string,
  ): TableFilter =>
    singleFilter({
      id,
      label,
      choices,
      picked: search[id],
      nothingFound,
      onPick: (value) => onChange({ [id]: value }),
    });
  return [
    one('state', t('coverage.state'), stateChoices(), t('coverage.nothing')),
    one('vendor', t('coverage.vendor'), vendors, t('coverage.noVendorFound')),
    one('kind', t('coverage.kind'), kindChoices(), t('coverage.nothing')),
    one('site', t('field.site'), sites, t('common.noSite')),
    endsFilter(search, onChange),
  ];
}

/** Whether the list leaves out what has ended, because nobody asked for a state or for days. */
export function isOnlyCurrent({ state, endsFrom, endsTo, show }: CoveragesSearch): boolean {
  return show === undefined && state === undefined && endsFrom === undefined && endsTo === undefined;
}

/** What the API is asked for. */
export function askedOf({ show, ...search }: CoveragesSearch): Omit<CoveragesSearch, 'show'> {
  return isOnlyCurrent({ ...search, show }) ? { ...search, endsFrom: today() } : search;
}

function endsFilter(search: CoveragesSearch, onChange: Change): TableFilter {
  const { endsFrom, endsTo } = search;
  const isCurrent = isOnlyCurrent(search);
  return {
    id: 'ends',
    label: t('coverage.ends'),
    words: isCurrent ? t('coverage.notEnded') : endsWords(endsFrom, endsTo),
    isPlain: isCurrent,
    editor: (close) => (
      <DatesEditor
        from={endsFrom ?? ''}
        to={endsTo ?? ''}
        fromLabel={t('coverage.endsFrom')}
        toLabel={t('coverage.endsTo')}
        onApply={(from, to) => {
          onChange({
            endsFrom: from || undefined,
            endsTo: to || undefined,
            show: from || to ? undefined : 'all',
          });
          close();
        }}
      />
    ),
    onClear: () => onChange({ endsFrom: undefined, endsTo: undefined, show: 'all' }),
  };
}

function endsWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from !== undefined && to !== undefined)
    return t('coverage.endsBetween', { from: day(from), to: day(to) });
  if (from !== undefined) return t('coverage.endsSince', { from: day(from) });
  return to === undefined ? undefined : t('coverage.endsUntil', { to: day(to) });
}
