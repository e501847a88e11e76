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
