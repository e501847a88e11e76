import { ACTIONS } from '../scan/actions.js';

/** A device by its tag, or its serial number, and its model. */
export function deviceWords({
  assetTag,
  serialNumber,
  model,
}: {
  assetTag: string | null;
  serialNumber: string | null;
  model: string;
}): string {
  const code = assetTag ?? serialNumber;
  return code ? `${code} (${model})` : model;
}

/** What was picked on the phone, as the phone calls it. */
export function actionWords(action: string): string {
  return ACTIONS.find(({ name }) => name === action)?.label ?? action;
}
