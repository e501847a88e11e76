import { t } from '../text/text.js';

/** How people call a device: by its tag, else by its serial number. */
export function nameOfDevice({
  assetTag,
  serialNumber,
}: {
  assetTag: string | null;
  serialNumber: string | null;
}): string {
  return assetTag ?? serialNumber ?? t('devices.noTag');
}
