import type { paths } from '../api/schema.js';
import type { ClaimsSearch } from '../app/searches.js';
import { useSites } from '../common/site-select.js';
import type { TableFilter } from '../common/table/filter-chips.js';
import { ChoicesEditor, ManyChoicesEditor } from '../common/table/filter-editors.js';
import { useVendors } from '../coverages/use-vendors.js';
import { t } from '../text/text.js';
import { categoryChoices } from './claim-words.js';

export type ClaimQuery = NonNullable<paths['/api/v1/claims']['get']['parameters']['query']>;

/** What the API filters claims by, beside their state. */
export type ClaimFilter = Pick<ClaimQuery, 'vendor' | 'site' | 'category' | 'device'>;

export function filterOf({ vendor, site, category, device }: ClaimsSearch): ClaimFilter {
  return { vendor, site, category: category as ClaimFilter['category'], device };
}

type Change = (change: Partial<ClaimsSearch>) => void;

/** Everything that claims can be filtered by, as the address of the page says it. */
export function useClaimFilters(search: ClaimsSearch, onChange: Change): TableFilter[] {
  const vendors = (useVendors() ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const sites = (useSites() ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const noVendor = t('claims.noVendorFound');
  return [
    oneOf('vendor', t('claims.vendor'), vendors, noVendor, search, onChange),
    oneOf('site', t('claims.site'), sites, t('common.noSite'), search, onChange),
    oneOf('category', t('claims.category'), categoryChoices(), t('claims.noneFits'), search, onChange),
    {
      id: 'show',
      label: t('claims.showEnded'),
      words: search.show === 'all' ? t('claims.stateAllEnded') : undefined,
      isPlain: true,
      editor: (close) => (
        <ChoicesEditor
          choices={[{ value: 'all', label: t('claims.showEnded') }]}
          picked={search.show === undefined ? [] : [search.show]}
          onPick={([show]) => {
            onChange({ show });
            close();
          }}
        />
      ),
      onClear: () => onChange({ show: undefined }),
    },
    {
      id: 'device',
      label: t('claims.device'),
      words: search.device === undefined ? undefined : t('claims.oneDevice'),
      isPlain: true,
      onClear: () => onChange({ device: undefined }),
    },
  ];
}

/** The API takes one value, so the last choice replaces the one before it. */
function oneOf(
  name: 'vendor' | 'site' | 'category',
  label: string,
  choices: { value: string; label: string }[],
  nothingFound: string,
  search: ClaimsSearch,
  onChange: Change,
): TableFilter {
  const picked = search[name];
  return {
    id: name,
    label,
    words: picked && (choices.find(({ value }) => value === picked)?.label ?? picked),
    editor: (close) => (
      <ManyChoicesEditor
        label={label}
        nothingFound={nothingFound}
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
