/** What was typed into a form, by the names of its fields; blank where a field is not there. Passwords untrimmed. */
export function textsOf(form: HTMLFormElement): (name: string) => string {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    if (typeof value !== 'string') return '';
    return /password$/i.test(name) ? value : value.trim();
  };
}
