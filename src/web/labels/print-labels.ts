import { api } from '../api/client.js';
import { problemOf, type Shape } from '../api/problem.js';

/** Which labels: exactly one of them. */
export type Source = Pick<Shape<'LabelsBody'>, 'devices' | 'filter' | 'sweep' | 'import' | 'tagRange'>;

/** Has labels made, and hands them to the browser as a file. */
export async function printLabels(body: Shape<'LabelsBody'>): Promise<void> {
  const { data, error, response } = await api.POST('/api/v1/labels', { body, parseAs: 'blob' });
  if (!response.ok) throw problemOf(response, await jsonOf(error));
  const address = URL.createObjectURL(data as unknown as Blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = `labels.${body.format ?? 'pdf'}`;
  link.click();
  // A moment for the download to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function jsonOf(error: unknown): Promise<unknown> {
  return error instanceof Blob ? JSON.parse(await error.text()) : error;
}
