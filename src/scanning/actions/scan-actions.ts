import { Injectable } from '@nestjs/common';
import { may, type Scope } from '../../access/scope.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import { OWN_ACTIONS } from './own-actions.js';
import type { ScanAction, ScanField, ScanQuestion, ScanResult, Words } from './scan-action.js';

/** An action as the scan page needs it. */
export interface ScanActionView {
  name: string;
  label: Words;
  help: Words;
  done: Words;
  fromAnywhere: boolean;
  fields: ScanField[];
  required: ScanField[];
  questions: ScanQuestion[];
  /** What the answer to a scan can say, by its `code`. */
  results: ScanResultView[];
  changesPlace: boolean;
  statusAfter: DeviceStatus | null;
  findsMissing: boolean;
  suitsRetired: boolean;
}

export interface ScanResultView extends ScanResult {
  code: string;
}

/** Takes another scan of the same account back; it changes no device by itself. */
export const UNDO = 'undo';

const NO_WORDS: Words = { en: '', es: '' };

/** No button has it: whoever takes a scan back presses a button beside that scan. */
const UNDO_ACTION: ScanAction = {
  name: UNDO,
  label: NO_WORDS,
  help: NO_WORDS,
  done: NO_WORDS,
  fromAnywhere: true,
  fields: [],
  required: [],
  changesPlace: false,
  change: () => null,
};

/** The actions that can be scanned. Other modules register theirs. */
@Injectable()
export class ScanActions {
  private readonly actions = new Map([...OWN_ACTIONS, UNDO_ACTION].map((action) => [action.name, action]));

  /**
   * Call this in `onModuleInit`.
   * @throws Error for a name that is taken: two modules would mean different things by one scan
   */
  register(action: ScanAction): void {
    if (this.actions.has(action.name)) throw new Error(`the action ${action.name} is registered twice`);
    this.actions.set(action.name, action);
  }

  get(name: string): ScanAction | undefined {
    return this.actions.get(name);
  }

  /** The name of an action on the pages. An action that has been removed is shown by its key. */
  labelOf(name: string): Words {
    return this.actions.get(name)?.label ?? { en: name, es: name };
  }

  names(): string[] {
    return [...this.actions.keys()];
  }

  /** The buttons of the scan page for this account, in their order. */
  list(scope: Scope): ScanActionView[] {
    return [...this.actions.values()]
      .filter(({ name, permission }) => name !== UNDO && (!permission || may(scope, permission)))
      .map((action) => ({
        name: action.name,
        label: action.label,
        help: action.help,
        done: action.done,
        fromAnywhere: action.fromAnywhere,
        fields: [...action.fields],
        required: [...action.required],
        questions: [...(action.questions ?? [])],
        results: Object.entries(action.results ?? {}).map(([code, result]) => ({ code, ...result })),
        changesPlace: action.changesPlace,
        statusAfter: action.statusAfter ?? null,
        findsMissing: action.findsMissing ?? false,
        suitsRetired: action.suitsRetired ?? false,
      }));
  }
}
