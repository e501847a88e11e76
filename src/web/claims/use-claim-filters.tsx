import type { paths } from '../api/schema.js';
import type { ClaimsSearch } from '../app/searches.js';
import { useSiteChoices } from '../common/site-select.js';
import type { TableFilter } from '../common/table/filter-chips.js';
import { ChoicesEditor } from '../common/table/filter-editors.js';
import { type Choice, singleFilter } from '../common/table/single-filter.js';
import { useVendorChoices } from '../coverages/use-vendors.js';
import { t } from '../text/text.js';
import { categoryChoices } from './claim-words.js';
import { dueBy, dueChoices } from './deadlines/deadlines.js';

export type ClaimQuery = NonNullable<paths['/api/v1/claims']['get']['parameters']['query']>;

/** What the API filters claims by, beside their state. */
export type ClaimFilter = Pick<ClaimQuery, 'vendor' | 'site' | 'category' | 'device' | 'dueBy' | 'pool'>;

export function filterOf({ vendor, site, category, device, due, pool }: ClaimsSearch): ClaimFilter {
  return { vendor, site, category: category as ClaimFilter['category'], device, dueBy: dueBy(due), pool };
}

type Change = (change: Partial<ClaimsSearch>) => void;

/** Everything that claims can be filtered by, as the address of the page says it. */
export function useClaimFilters(search: ClaimsSearch, onChange: Change): TableFilter[] {
  const vendors = useVendorChoices();
  const sites = useSiteChoices();
  const one = (
    id: 'vendor' | 'site' | 'category' | 'due',
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
    one('vendor', t('claims.vendor'), vendors, t('coverage.noVendorFound')),
    one('site', t('claims.site'), sites, t('common.noSite')),
    one('category', t('claims.category'), categoryChoices(), t('claims.noneFits')),
    one('due', t('claimWork.dueFilter'), dueChoices(), t('claims.noneFits')),
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
    {
      id: 'pool',
      label: t('pools.pool'),
      words: search.pool === undefined ? undefined : t('pools.claimsOfPool'),
      isPlain: true,
      onClear: () => onChange({ pool: undefined }),
    },
  ];
}
