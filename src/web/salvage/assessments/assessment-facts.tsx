import { Part } from '../../common/part.js';
import { day, money, number } from '../../common/words.js';
import { FactList } from '../../devices/fact-list.js';
import { t } from '../../text/text.js';
import type { AssessmentDetail } from './assessment-words.js';

type Facts = AssessmentDetail['facts'];

/** What the register knew when the rules decided. It does not change afterward. */
export function AssessmentFacts({ facts }: { facts: Facts }) {
  const { since, ageMonths, autoUpdateEndsOn, priceCents, valueCents, valueSource, repairs, repairCents } =
    facts;
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
          [
            t('assess.value'),
            valueCents === null
              ? t('assess.valueUnknown')
              : t('assess.withSource', { what: money(valueCents), source: valueSource ?? '' }),
          ],
          ...repairs.map(({ repair, cents, source }): [string, string] => [
            t(`assess.repair_${repair}`),
            cents === null
              ? t('assess.unknown')
              : t('assess.withSource', { what: money(cents), source: source ?? '' }),
          ]),
          [
            t('assess.repairCost'),
            repairs.length === 0
              ? t('assess.repairNone')
              : repairCents === null
                ? t('assess.repairUnknown')
                : money(repairCents),
          ],
          [t('assess.repairsSoFar'), number(facts.repairsSoFar)],
        ]}
      />
    </Part>
  );
}

/** One decimal, because a year is long for a Chromebook. */
function yearsOf(months: number): string {
  return number(Math.round((months / 12) * 10) / 10);
}
