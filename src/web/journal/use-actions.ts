import { useLiveQuery } from 'dexie-react-hooks';
import { wordsIn } from '../common/words.js';
import { type FieldAction, keptActions } from './field-actions.js';
import { useField } from './journal-context.js';

/** The actions that this phone keeps, for a page; undefined until it has looked. */
export function useActions(): FieldAction[] | undefined {
  const { database } = useField();
  return useLiveQuery(() => keptActions(database), [database]);
}

/** How an action is called on pages. One that its module no longer has keeps its name. */
export function useActionWords(): (name: string) => string {
  const actions = useActions() ?? [];
  return (name) => {
    const action = actions.find((one) => one.name === name);
    return action ? wordsIn(action.label) : name;
  };
}
