import { Radio, SimpleGrid, TextInput } from '@mantine/core';
import type { Problem } from '../api/problem.js';
import { today } from '../common/words.js';
import { t } from '../text/text.js';
import type { MissingReport } from './missing-report.js';

/** How devices went missing: lost or stolen, since when, and what the police call it. */
export function MissingFields({
  report,
  onChange,
  problem,
}: {
  report: MissingReport;
  onChange: (change: Partial<MissingReport>) => void;
  problem?: Problem;
}) {
  const isStolen = report.missing === 'stolen';
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <Radio.Group
        label={t('devices.whatHappened')}
        value={report.missing}
        onChange={(value) => onChange({ missing: value === 'stolen' ? 'stolen' : 'lost' })}
        error={problem?.of('missing')}
      >
        <Radio value="lost" label={t('devices.lost')} my="xs" />
        <Radio value="stolen" label={t('devices.stolen')} />
      </Radio.Group>
      <TextInput
        label={t('field.missingSince')}
        type="date"
        required
        max={today()}
        value={report.missingSince}
        onChange={(event) => onChange({ missingSince: event.currentTarget.value })}
        error={problem?.of('missingSince')}
      />
      <TextInput
        label={t('devices.policeReport')}
        description={isStolen ? t('devices.policeReportNeeded') : t('devices.policeReportHelp')}
        required={isStolen}
        maxLength={100}
        value={report.policeReportNumber}
        onChange={(event) => onChange({ policeReportNumber: event.currentTarget.value })}
        error={problem?.of('policeReportNumber')}
        autoComplete="off"
      />
    </SimpleGrid>
  );
}
