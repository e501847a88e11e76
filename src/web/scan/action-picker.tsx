import { Text } from '@mantine/core';
import { ACTIONS } from './actions.js';

/** What a scan means, picked once for many. */
export function ActionPicker({ value, onPick }: { value: string; onPick: (action: string) => void }) {
  const picked = ACTIONS.find(({ name }) => name === value);
  return (
    <fieldset className="actions">
      <legend className="visually-hidden">What a scan means</legend>
      <div className="actions-grid">
        {ACTIONS.map(({ name, label }) => (
          <label key={name} className="action">
            <input
              type="radio"
              name="action"
              value={name}
              checked={name === value}
              onChange={() => onPick(name)}
              className="visually-hidden"
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {picked?.help}
      </Text>
    </fieldset>
  );
}
