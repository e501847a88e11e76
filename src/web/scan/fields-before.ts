import { flushSync } from 'react-dom';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What fields held before a scanner typed into them, to be put back. */
export class FieldsBefore {
  private readonly restoring = new Map<Element, () => void>();

  /** Remembers the field that the next key goes into, once. */
  keep(target: EventTarget | null): void {
    if (!isField(target) || this.restoring.has(target)) return;
    const { value } = target;
    const caret = caretOf(target);
    const wasOpen = target.getAttribute('aria-expanded') === 'true';
    this.restoring.set(target, () => {
      if (target.value !== value || target.type === 'date') setValue(target, value);
      if (caret) (target as HTMLInputElement).setSelectionRange(...caret);
      // Text in a list of choices opens the list, and whoever leaves it closes it again.
      if (!wasOpen && target.getAttribute('aria-expanded') === 'true') target.blur();
    });
  }

  restore(): void {
    for (const put of this.restoring.values()) put();
    this.forget();
  }

  forget(): void {
    this.restoring.clear();
  }
}

/** Whether keys become text there. */
export function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !/^(?:radio|checkbox|button|submit|file|range)$/.test(target.type))
  );
}

function caretOf(field: Field): [start: number, end: number] | undefined {
  if (field instanceof HTMLSelectElement) return undefined;
  const { selectionStart, selectionEnd } = field;
  return selectionStart === null || selectionEnd === null ? undefined : [selectionStart, selectionEnd];
}

/** As if a person had changed it. React replaces the setter of an element, and hears only of the element's own one. */
function setValue(field: Field, value: string): void {
  const own = Object.getPrototypeOf(field) as Field;
  Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(field, value);
  const change = new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true });
  // What is done with the code next must find the page as it was.
  flushSync(() => field.dispatchEvent(change));
}
