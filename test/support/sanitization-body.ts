/** A Chromebook without data, as a technician records it. */
export const sanitizationOf = (...deviceIds: string[]): object => ({
  deviceIds,
  medium: 'emmc',
  technique: 'powerwash_titan_c',
  tool: 'ChromeOS',
  toolVersion: '140',
  result: 'completed',
});
