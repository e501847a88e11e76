import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import type { AssessmentsSearch } from '../../app/searches.js';
import { LinkButton } from '../../common/link-button.js';
import { Page } from '../../common/page.js';
import { Empty } from '../../common/states.js';
import { FilteredTable } from '../../common/table/filtered-table.js';
import type { TableColumn } from '../../common/table/table-column.js';
import { money, when } from '../../common/words.js';
import { t } from '../../text/text.js';
import { columnsOfDevice } from '../device-columns.js';
import { type Assessment, resultChoices, resultWords } from './assessment-words.js';
import { ResultBadge } from './result-badge.js';

const route = getRouteApi('/shell/assessments');

/** What was recommended for devices, and what people decided. */
export function AssessmentsPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/assessments' });
  const change = (changed: AssessmentsSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  return (
    <Page
      title={t('assess.title')}
      about={t('assess.listAbout')}
      actions={
        <>
          <LinkButton to="/assessments/new" search={{}}>
            {t('assess.assess')}
          </LinkButton>
          <LinkButton to="/assessment-rules" variant="default">
            {t('assess.rules')}
          </LinkButton>
        </>
      }
    >
      <FilteredTable
        name="assessments"
        label={t('assess.title')}
        path="/api/v1/assessments"
        load={(query, signal) => answer(api.GET('/api/v1/assessments', { params: { query }, signal }))}
        columnsOf={columnsOf}
        search={search}
        onSearch={change}
        firstSort="-assessedAt"
        filters={[
          { id: 'result', label: t('assess.result'), choices: resultChoices() },
          { id: 'recommendation', label: t('assess.recommendation'), choices: resultChoices() },
          {
            id: 'overruled',
            label: t('assess.overruled'),
            choices: (['true', 'false'] as const).map((value) => ({
              value,
              label: t(`assess.overruled_${value}`),
            })),
          },
          {
            id: 'hazard',
            label: t('assess.hazard'),
            choices: [{ value: 'swollen_battery', label: t('assess.swollen') }],
          },
          {
            id: 'rule',
            label: t('assess.rule'),
            words: search.rule,
            onClear: () => change({ rule: undefined }),
          },
        ]}
        nothingFound={t('assess.nothing')}
        rows={{
          idOf: ({ id }) => id,
          nameOf: ({ deviceCode }) => deviceCode ?? '',
          onOpen: ({ id }) => void navigate({ to: '/assessments/$id', params: { id } }),
        }}
        empty={(isFiltered) =>
          isFiltered ? (
            <Empty title={t('assess.nothing')} />
          ) : (
            <Empty title={t('assess.none')}>{t('assess.noneText')}</Empty>
          )
        }
      />
    </Page>
  );
}

function columnsOf(): TableColumn<Assessment>[] {
  const { device, model, site, serialNumber } = columnsOfDevice<Assessment>('/assessments/$id');
  return [
    device,
    {
      id: 'result',
      label: t('assess.result'),
      width: 11,
      sort: 'result',
      onCard: 'badge',
      cell: (row) => <ResultBadge of={row} />,
    },
    {
      id: 'recommendation',
      label: t('assess.recommendation'),
      width: 10,
      isExtra: true,
      cell: ({ recommendation }) => resultWords(recommendation),
    },
    {
      id: 'assessedAt',
      label: t('assess.assessedAt'),
      width: 12,
      sort: 'assessedAt',
      onCard: 'line',
      cell: ({ assessedAt }) => when(assessedAt),
    },
    model,
    site,
    { id: 'value', label: t('assess.value'), width: 6, cell: ({ valueCents }) => money(valueCents) },
    { id: 'repair', label: t('assess.repairCost'), width: 8, cell: ({ repairCents }) => money(repairCents) },
    {
      id: 'assessedBy',
      label: t('assess.assessedBy'),
      width: 10,
      isExtra: true,
      cell: ({ assessedByName }) => assessedByName,
    },
    { id: 'rule', label: t('assess.rule'), width: 12, isExtra: true, cell: ({ ruleId }) => ruleId },
    serialNumber,
  ];
}
