import { Select } from '@mantine/core';
import { wordsIn } from '../common/words.js';
import type { FieldAction } from '../journal/field-actions.js';
import { t } from '../text/text.js';

interface Props {
  label: string;
  description: string | undefined;
  required: boolean;
  choices: NonNullable<FieldAction['questions'][number]['choices']>;
  value: string;
  onChange: (given: string) => void;
}

/** A question of an action that has only certain answers. */
export function ChoiceQuestion({ choices, value, onChange, ...field }: Props) {
  return (
    <Select
      {...field}
      data={choices.map((choice) => ({ value: choice.value, label: wordsIn(choice.label) }))}
      value={value || null}
      onChange={(given) => onChange(given ?? '')}
      placeholder={t('common.chooseOne')}
      clearable={!field.required}
      allowDeselect={!field.required}
    />
  );
}
