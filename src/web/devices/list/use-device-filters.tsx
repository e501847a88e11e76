import { useLiveQuery } from 'dexie-react-hooks';
import { KINDS } from '../../../catalogue/kinds.js';
import { STATUSES } from '../../../devices/statuses.js';
import type { DevicesSearch } from '../../app/searches.js';
import type { TableFilter } from '../../common/table/filter-chips.js';
import {
  ChoicesEditor,
  ManyChoicesEditor,
  RangeEditor,
  TextEditor,
} from '../../common/table/filter-editors.js';
import { choicesOf, day, word } from '../../common/words.js';
import { useField } from '../../journal/journal-context.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { IN_USE, listOf, textOf } from '../device-search.js';
import { coverageFilter } from './coverage-filter.js';
import { PersonEditor, usePersonName } from './person-filter.js';
import { useFundingSources, useRegions } from '../register-choices.js';

type Change = (change: Partial<DevicesSearch>) => void;

/** Everything that devices can be filtered by, as the address of the page says it. */
export function useDeviceFilters(search: DevicesSearch, onChange: Change): TableFilter[] {
  const session = useSession();
  const personName = usePersonName(search.person);
  const person = personFilter(search, onChange, personName);
  return [
    statusFilter(search, onChange),
    useSiteFilter(search, onChange),
    kindFilter(search, onChange),
    textFilter('room', search, onChange),
    textFilter('cart', search, onChange),
    textFilter('model', search, onChange, t('devices.modelHelp')),
    ageFilter(search, onChange),
    useFundingFilter(search, onChange),
    updatesFilter(search, onChange),
    coverageFilter(search, onChange),
    useRegionFilter(search, onChange),
    ...(may(session, 'people:read') ? [person] : []),
  ];
}

function statusFilter({ status }: DevicesSearch, onChange: Change): TableFilter {
  const picked = listOf(status);
  const isAll = status === 'all';
  return {
    id: 'status',
    label: t('field.status'),
    words: isAll
      ? undefined
      : picked
        ? picked.map((one) => word('status', one)).join(', ')
        : t('devices.inUse'),
    isPlain: picked === undefined,
    editor: () => (
      <ChoicesEditor
        choices={choicesOf('status', STATUSES)}
        picked={isAll ? [] : (picked ?? IN_USE)}
        onPick={(statuses) => onChange({ status: textOf(statuses) ?? 'all' })}
      />
    ),
    onClear: () => onChange({ status: 'all' }),
  };
}

function kindFilter({ kind }: DevicesSearch, onChange: Change): TableFilter {
  const picked = listOf(kind);
  return {
    id: 'kind',
    label: t('field.kind'),
    words: picked?.map((one) => word('kind', one)).join(', '),
    editor: () => (
      <ChoicesEditor
        choices={choicesOf('kind', KINDS)}
        picked={picked ?? []}
        onPick={(kinds) => onChange({ kind: textOf(kinds) })}
      />
    ),
    onClear: () => onChange({ kind: undefined }),
  };
}

function useSiteFilter({ site }: DevicesSearch, onChange: Change): TableFilter {
  const { database } = useField();
  const sites = useLiveQuery(() => database.sites.orderBy('code').toArray(), [database]) ?? [];
  const picked = listOf(site);
  const nameOf = (code: string): string => sites.find((one) => one.code === code)?.name ?? code;
  return {
    id: 'site',
    label: t('field.site'),
    words: picked?.map(nameOf).join(', '),
    editor: () => (
      <ManyChoicesEditor
        label={t('field.site')}
        choices={sites.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        picked={picked ?? []}
        onPick={(codes) => onChange({ site: textOf(codes) })}
        nothingFound={t('common.noSite')}
      />
    ),
    onClear: () => onChange({ site: undefined }),
  };
}

function useRegionFilter({ region }: DevicesSearch, onChange: Change): TableFilter {
  const picked = listOf(region);
  return {
    id: 'region',
    label: t('field.region'),
    words: picked?.join(', '),
    editor: () => (
      <RegionEditor picked={picked ?? []} onPick={(regions) => onChange({ region: textOf(regions) })} />
    ),
    onClear: () => onChange({ region: undefined }),
  };
}

function RegionEditor({ picked, onPick }: { picked: string[]; onPick: (picked: string[]) => void }) {
  const regions = useRegions();
  return (
    <ManyChoicesEditor
      label={t('field.region')}
      choices={regions.map((name) => ({ value: name, label: name }))}
      picked={picked}
      onPick={onPick}
      nothingFound={t('devices.noRegion')}
    />
  );
}

function useFundingFilter({ fundingSource }: DevicesSearch, onChange: Change): TableFilter {
  return {
    id: 'fundingSource',
    label: t('field.fundingSource'),
    words: fundingSource,
    editor: (close) => (
      <FundingEditor
        picked={fundingSource}
        onPick={(name) => {
          onChange({ fundingSource: name });
          close();
        }}
      />
    ),
    onClear: () => onChange({ fundingSource: undefined }),
  };
}

function FundingEditor({
  picked,
  onPick,
}: {
  picked: string | undefined;
  onPick: (name: string | undefined) => void;
}) {
  const sources = useFundingSources();
  return (
    <ManyChoicesEditor
      label={t('field.fundingSource')}
      choices={sources.map((name) => ({ value: name, label: name }))}
      picked={picked ? [picked] : []}
      // One at a time: the API asks for one.
      onPick={(names) => onPick(names.at(-1))}
      nothingFound={t('devices.noFunding')}
    />
  );
}

function textFilter(
  name: 'room' | 'cart' | 'model',
  search: DevicesSearch,
  onChange: Change,
  help?: string,
): TableFilter {
  const label = word('field', name);
  return {
    id: name,
    label,
    words: search[name],
    editor: (close) => (
      <TextEditor
        label={label}
        help={help}
        value={search[name] ?? ''}
        onApply={(text) => {
          onChange({ [name]: text || undefined });
          close();
        }}
      />
    ),
    onClear: () => onChange({ [name]: undefined }),
  };
}

function ageFilter({ ageFrom, ageTo }: DevicesSearch, onChange: Change): TableFilter {
  return {
    id: 'age',
    label: t('devices.age'),
    words: ageWords(ageFrom, ageTo),
    editor: (close) => (
      <RangeEditor
        from={ageFrom ?? ''}
        to={ageTo ?? ''}
        fromLabel={t('devices.ageFrom')}
        toLabel={t('devices.ageTo')}
        onApply={(from, to) => {
          onChange({ ageFrom: from || undefined, ageTo: to || undefined });
          close();
        }}
      />
    ),
    onClear: () => onChange({ ageFrom: undefined, ageTo: undefined }),
  };
}

function ageWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from !== undefined && to !== undefined) return t('devices.ageBetween', { from, to });
  if (from !== undefined) return t('devices.ageAtLeast', { from });
  return to === undefined ? undefined : t('devices.ageBelow', { to });
}

function updatesFilter({ autoUpdateBefore }: DevicesSearch, onChange: Change): TableFilter {
  return {
    id: 'autoUpdateBefore',
    label: t('devices.updatesEnd'),
    words: autoUpdateBefore && t('devices.before', { date: day(autoUpdateBefore) }),
    editor: (close) => (
      <TextEditor
        label={t('devices.updatesEndBefore')}
        type="date"
        value={autoUpdateBefore ?? ''}
        onApply={(date) => {
          onChange({ autoUpdateBefore: date || undefined });
          close();
        }}
      />
    ),
    onClear: () => onChange({ autoUpdateBefore: undefined }),
  };
}

function personFilter({ person }: DevicesSearch, onChange: Change, name: string | undefined): TableFilter {
  return {
    id: 'person',
    label: t('field.person'),
    words: person && (name ?? t('devices.somebody')),
    editor: (close) => (
      <PersonEditor
        onPick={(id) => {
          onChange({ person: id });
          close();
        }}
      />
    ),
    onClear: () => onChange({ person: undefined }),
  };
}
