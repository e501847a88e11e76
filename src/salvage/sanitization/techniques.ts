/** Where a device keeps data. `apple` is the storage of an iPad, or of a Mac with Apple silicon or a T2 chip. */
export const MEDIA = ['none', 'hdd', 'sata_ssd', 'nvme', 'emmc', 'apple', 'unknown'] as const;
export type Medium = (typeof MEDIA)[number];

/** How thoroughly data is removed, in the terms of NIST SP 800-88 Rev. 2. `none`: there was nothing to remove. */
export const METHODS = ['none', 'clear', 'purge', 'destroy'] as const;
export type Method = (typeof METHODS)[number];

export const TECHNIQUES = [
  'no_storage',
  'delete_or_format',
  'overwrite',
  'windows_reset',
  'ata_secure_erase',
  'ata_sanitize_overwrite',
  'ata_sanitize_block_erase',
  'cryptographic_erase',
  'nvme_sanitize_block_erase',
  'nvme_format_user_data',
  'nvme_format_cryptographic',
  'emmc_sanitize',
  'powerwash_titan_c',
  'powerwash_tpm',
  'erase_all_content',
  'bitlocker_keys_deleted',
  'degauss',
  'drill_or_bend',
  'shred',
  'disintegrate',
] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** What one technique does to one medium. */
export interface Fit {
  method: Method;
  /** Sources differ, or we could not read their text. Rollcall accepts the record, and marks it. */
  isUncertain: boolean;
}

export interface TechniqueFacts {
  /** By medium. A technique that does not suit a medium has no entry for it. */
  fits: Readonly<Partial<Record<Medium, Fit>>>;
  /** Why it is not accepted for other media. */
  otherwise: string;
  /** The source of this row. */
  source: string;
}

const clear: Fit = { method: 'clear', isUncertain: false };
const purge: Fit = { method: 'purge', isUncertain: false };
const destroy: Fit = { method: 'destroy', isUncertain: false };
const doubtful = ({ method }: Fit): Fit => ({ method, isUncertain: true });
const onAllMedia = (fit: Fit): TechniqueFacts['fits'] =>
  Object.fromEntries(MEDIA.filter((medium) => medium !== 'none').map((medium) => [medium, fit]));

const REV_1 = 'NIST SP 800-88 Rev. 1, appendix A, as quoted by universities';
const VENDORS_ON_2883 = 'Vendors’ summaries of IEEE 2883-2022';
const NOT_FOR_THIS = 'This storage does not support this command. Choose another technique.';

/**
 * Which technique counts as which method for which medium. NIST SP 800-88 Rev. 2 (September 26, 2025) refers to IEEE
 * 2883 for the commands. We could not read either text for this table, so each row names its source. If the sources leave
 * a cell open, Rollcall accepts the technique and marks the record.
 */
export const TECHNIQUE_FACTS: Readonly<Record<Technique, TechniqueFacts>> = {
  no_storage: {
    fits: { none: { method: 'none', isUncertain: false } },
    otherwise: 'This device has storage. Choose how its data was removed.',
    source: 'The device keeps no data. A photo or the data sheet of the model shows this.',
  },
  delete_or_format: {
    fits: {},
    otherwise:
      'Deleting files or formatting a drive quickly leaves the data on it. Choose another technique.',
    source: REV_1,
  },
  overwrite: {
    fits: { hdd: clear, sata_ssd: doubtful(clear), nvme: doubtful(clear), emmc: doubtful(clear) },
    otherwise:
      'Apple’s encrypted storage cannot be overwritten from outside. Use Erase All Content and Settings.',
    source: `NIST SP 800-88 Rev. 2, section 3.1: one pass is enough. For flash: ${VENDORS_ON_2883}`,
  },
  windows_reset: {
    fits: { hdd: clear, sata_ssd: doubtful(clear), nvme: doubtful(clear), emmc: doubtful(clear) },
    otherwise: 'This storage does not belong to a Windows computer, so Windows cannot reset it.',
    source: 'Windows “Reset this PC” with “Clean data”, which overwrites once',
  },
  ata_secure_erase: {
    fits: { hdd: doubtful(clear), sata_ssd: doubtful(clear) },
    otherwise: NOT_FOR_THIS,
    source: `${REV_1} (purge, if enhanced); ${VENDORS_ON_2883} (clear)`,
  },
  ata_sanitize_overwrite: {
    fits: { hdd: purge, sata_ssd: doubtful(clear) },
    otherwise: NOT_FOR_THIS,
    source: VENDORS_ON_2883,
  },
  ata_sanitize_block_erase: { fits: { sata_ssd: purge }, otherwise: NOT_FOR_THIS, source: VENDORS_ON_2883 },
  cryptographic_erase: {
    fits: { hdd: purge, sata_ssd: purge, nvme: purge },
    otherwise:
      'For this storage, choose the technique that erases its key: powerwash, or Erase All Content and Settings.',
    source: 'NIST SP 800-88 Rev. 2: encrypted from first use, and all copies of the key destroyed',
  },
  nvme_sanitize_block_erase: { fits: { nvme: purge }, otherwise: NOT_FOR_THIS, source: VENDORS_ON_2883 },
  nvme_format_user_data: { fits: { nvme: clear }, otherwise: NOT_FOR_THIS, source: VENDORS_ON_2883 },
  nvme_format_cryptographic: {
    fits: { nvme: doubtful(purge) },
    otherwise: NOT_FOR_THIS,
    source: VENDORS_ON_2883,
  },
  emmc_sanitize: { fits: { emmc: doubtful(purge) }, otherwise: NOT_FOR_THIS, source: VENDORS_ON_2883 },
  powerwash_titan_c: {
    fits: { nvme: purge, emmc: purge },
    otherwise: 'Only Chromebooks can be powerwashed.',
    source: 'Google, help 16966499: the primary key stays in the Titan C chip, and powerwash erases it',
  },
  powerwash_tpm: {
    fits: { sata_ssd: doubtful(clear), nvme: doubtful(clear), emmc: doubtful(clear) },
    otherwise: 'Only Chromebooks can be powerwashed.',
    source: 'ChromiumOS, 2024: on older security chips, erasing the key alone does not meet NIST',
  },
  erase_all_content: {
    fits: { apple: purge },
    otherwise:
      'Erase All Content and Settings needs an iPad, or a Mac with Apple silicon or a T2 chip. Erase other drives with a command of their own.',
    source: 'Apple: it destroys the key of the encrypted storage. Purdue and Illinois count it as purge.',
  },
  bitlocker_keys_deleted: {
    fits: { hdd: doubtful(purge), sata_ssd: doubtful(purge), nvme: doubtful(purge), emmc: doubtful(purge) },
    otherwise: 'BitLocker encrypts Windows computers only. Choose another technique.',
    source: 'NIST SP 800-88 Rev. 2 on cryptographic erase: encrypted from the start, and all keys deleted',
  },
  degauss: {
    fits: { hdd: doubtful(purge) },
    otherwise: 'A magnet has no effect on flash storage. Choose another technique.',
    source: 'NIST SP 800-88 Rev. 2 no longer counts degaussing as destroying',
  },
  drill_or_bend: {
    fits: {},
    otherwise:
      'Drilling or bending leaves most of the data on the storage. Shred or disintegrate the storage.',
    source: REV_1,
  },
  shred: {
    fits: onAllMedia(doubtful(destroy)),
    otherwise: 'This device has no storage to shred.',
    source: 'IEEE 2883 advises against it; “shredded” alone proves nothing, so the particle size is recorded',
  },
  disintegrate: {
    fits: onAllMedia(destroy),
    otherwise: 'This device has no storage to destroy.',
    source: 'NIST SP 800-88 Rev. 2, destroy: disintegrate, melt or incinerate',
  },
};

/** What a technique does to a medium. Undefined if the technique is not accepted for this medium. */
export function fitOf(technique: Technique, medium: Medium): Fit | undefined {
  return TECHNIQUE_FACTS[technique].fits[medium];
}

/** Why a technique is not accepted for a medium. */
export function whyNot(technique: Technique, medium: Medium): string {
  if (medium === 'unknown' && !['delete_or_format', 'drill_or_bend', 'no_storage'].includes(technique))
    return 'Choose which storage the device has. If nobody can tell, destroy the storage.';
  if (medium === 'none')
    return 'This device has no storage, so there is nothing to remove. Choose “No storage”.';
  return TECHNIQUE_FACTS[technique].otherwise;
}
