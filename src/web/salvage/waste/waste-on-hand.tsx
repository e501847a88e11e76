import './waste.css';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { wordsOf } from '../../api/problem.js';
import { ListFiles } from '../../common/list-files.js';
import { Part } from '../../common/part.js';
import { wholeList } from '../../devices/register-choices.js';
import { t } from '../../text/text.js';
import { amountWords, estimateWords, kilograms, type SiteWaste } from './waste-words.js';

/** Most that a page of the API has. */
const LIMIT = 200;

/** How many sites are shown at first, those nearest to the limit. Sites with a warning are always shown. */
const FIRST = 3;

/** The universal waste of each site against the weight at which the site needs an identification number. */
export function WasteOnHand() {
  const [isWhole, setIsWhole] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['lots', 'waste'],
    queryFn: () =>
      wholeList((cursor) =>
        answer(api.GET('/api/v1/lots/waste', { params: { query: { limit: LIMIT, cursor } } })),
      ),
  });
  if (error && !data)
    return (
      <Alert color="red" role="alert" title={t('waste.failed')}>
        {wordsOf(error)}
      </Alert>
    );
  const [first] = data ?? [];
  if (!data || !first) return null;
  const sites = data.toSorted((a, b) => b.percent - a.percent || a.siteName.localeCompare(b.siteName));
  const warned = sites.filter(({ level }) => level !== 'below').length;
  const shown = isWhole ? sites : sites.slice(0, Math.max(FIRST, warned));
  return (
    <Part id="waste" title={t('waste.title')} actions={<ListFiles path="/api/v1/lots/waste" names={{}} />}>
      <Stack gap="md">
        <Text size="sm">
          {t('waste.about', { limit: kilograms(first.limitKg), source: first.limitSource })}
        </Text>
        <ul className="waste-sites">
          {shown.map((site) => (
            <Site key={site.siteId} waste={site} />
          ))}
        </ul>
        {sites.length > shown.length && (
          <Button variant="default" onClick={() => setIsWhole(true)} style={{ alignSelf: 'start' }}>
            {t('waste.showAll', { count: sites.length })}
          </Button>
        )}
      </Stack>
    </Part>
  );
}

function Site({ waste }: { waste: SiteWaste }) {
  const { siteName, lots, devices, level } = waste;
  const amount = amountWords(waste);
  const estimated = estimateWords(waste);
  return (
    <li>
      <Text fw={600}>{siteName}</Text>
      <Bar waste={waste} />
      <Text>{amount}</Text>
      <Text size="sm" c="dimmed">
        {t('waste.contents', { devices, lots })}
        {estimated !== undefined && ` ${estimated}.`}
      </Text>
      {level !== 'below' && (
        <Alert color={level === 'reached' ? 'red' : 'orange'} title={t(`waste.${level}`)}>
          {t(`waste.${level}Text`)}
        </Alert>
      )}
    </li>
  );
}

/** Full at the limit. Its words stand below it. */
function Bar({ waste }: { waste: SiteWaste }) {
  const { siteName, weightKg, estimatedKg, limitKg, level } = waste;
  const width = (kg: number): string => `${(100 * kg) / Math.max(limitKg, weightKg)}%`;
  return (
    <div
      className="waste-bar"
      data-level={level}
      role="meter"
      aria-label={t('waste.barOf', { site: siteName })}
      aria-valuemin={0}
      aria-valuemax={limitKg}
      aria-valuenow={Math.min(weightKg, limitKg)}
      aria-valuetext={amountWords(waste)}
    >
      <span style={{ width: width(weightKg - estimatedKg) }} />
      <span data-is="estimated" style={{ width: width(estimatedKg) }} />
    </div>
  );
}
