import { centsOf } from '../../common/dollars.js';
import { day, money } from '../../common/words.js';
import { serviceChoices } from '../../coverages/coverage-words.js';
import { useVendorChoices } from '../../coverages/use-vendors.js';
import { t } from '../../text/text.js';
import { categoryChoices } from '../claim-words.js';
import { type ClaimField, isCost, isRequest } from './claim-form.js';
import { useCoverageChoices } from './use-coverage-choices.js';

export function labelOf(field: ClaimField): string {
  if (isRequest(field)) return t(`claimRequest.${field}`);
  return field === 'coverageId' ? t('claims.coverage') : t(`claims.${field}`);
}

/** Values of the form as people read them. */
export function useFieldWords(deviceId: string): (field: ClaimField, value: string) => string {
  const vendors = useVendorChoices();
  const coverages = useCoverageChoices(deviceId);
  const choices: Partial<Record<ClaimField, () => { value: string; label: string }[]>> = {
    category: categoryChoices,
    vendor: () => vendors,
    coverageId: () => coverages,
    requestedService: serviceChoices,
    cause: () => [
      { value: 'defect', label: t('claims.defect') },
      { value: 'accident', label: t('claims.accident') },
    ],
    shipsFrom: () => [
      { value: 'site', label: t('claimRequest.fromSite') },
      { value: 'other', label: t('claimRequest.fromOther') },
    ],
  };
  return (field, value) => {
    if (value === '') return '';
    if (isCost(field)) return money(centsOf(value));
    if (field === 'expectedOn') return day(value);
    return choices[field]?.().find((choice) => choice.value === value)?.label ?? value;
  };
}
