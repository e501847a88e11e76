import { Text } from '@mantine/core';
import { wordsIn } from '../common/words.js';
import { t } from '../text/text.js';
import type { FieldAction } from '../journal/field-actions.js';

interface Props {
  actions: readonly FieldAction[];
  value: string;
  onPick: (action: string) => void;
}

/** What a scan means, picked once for many. */
export function ActionPicker({ actions, value, onPick }: Props) {
  const picked = actions.find(({ name }) => name === value);
  return (
    <fieldset className="actions">
      <legend className="visually-hidden">{t('scan.actionLegend')}</legend>
      <div className="actions-grid">
        {actions.map(({ name, label }) => (
          <label key={name} className="action">
            <input
              type="radio"
              name="action"
              value={name}
              checked={name === value}
              onChange={() => onPick(name)}
              className="visually-hidden"
            />
            <span>{wordsIn(label)}</span>
          </label>
        ))}
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {picked && wordsIn(picked.help)}
      </Text>
    </fieldset>
  );
}
