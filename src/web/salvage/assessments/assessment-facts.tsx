import { Text } from '@mantine/core';
import { Part } from '../../common/part.js';
import { day, money, number } from '../../common/words.js';
import { FactList } from '../../devices/fact-list.js';
import { t } from '../../text/text.js';
import type { AssessmentDetail } from './assessment-words.js';

type Facts = AssessmentDetail['facts'];

/** What the register knew when the rules decided. It does not change afterward. */
export function AssessmentFacts({ facts }: { facts: Facts }) {
  const { since, ageMonths, autoUpdateEndsOn, priceCents, valueSource, repairs } = facts;
  const sources = [
    { what: t('assess.value'), source: valueSource },
    ...repairs.map(({ repair, source }) => ({ what: t(`assess.repair_${repair}`), source })),
  ];
  return (
    <Part id="assessment-facts" title={t('assess.known')}>
      <FactList
        facts={[
          [
            t('assess.age'),
            ageMonths === null
              ? t('assess.unknown')
              : t('assess.ageSince', { years: yearsOf(ageMonths), day: day(since) }),
          ],
          [t('assess.updatesEnd'), day(autoUpdateEndsOn)],
          [t('assess.price'), priceCents === null ? t('assess.unknown') : money(priceCents)],
          [t('assess.value'), valueWords(facts)],
          ...repairs.map(({ repair, cents }): [string, string] => [
            t(`assess.repair_${repair}`),
            cents === null ? t('assess.unknown') : money(cents),
          ]),
          [t('assess.repairCost'), repairWords(facts)],
          [t('assess.repairsSoFar'), number(facts.repairsSoFar)],
        ]}
      />
      {sources.map(
        ({ what, source }) =>
          source !== null && (
            <Text key={what} size="sm" mt="xs">
              {t('assess.sourceOf', { what, source })}
            </Text>
          ),
      )}
    </Part>
  );
}

/** What the device is worth. It says if the district gave the model this value. */
function valueWords({ valueCents, isValueOfModel }: Facts): string {
  if (valueCents === null) return t('assess.valueUnknown');
  return isValueOfModel ? t('assess.valueOfModel', { value: money(valueCents) }) : money(valueCents);
}

function repairWords({ repairs, repairCents }: Facts): string {
  if (repairs.length === 0) return t('assess.repairNone');
  return repairCents === null ? t('assess.repairUnknown') : money(repairCents);
}

/** One decimal, because a year is long for a Chromebook. */
function yearsOf(months: number): string {
  return number(Math.round((months / 12) * 10) / 10);
}
