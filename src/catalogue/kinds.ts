/** What the district counts by. */
export const KINDS = ['desktop', 'laptop', 'ipad', 'chromebook', 'other'] as const;
export type DeviceKind = (typeof KINDS)[number];

export const PLATFORMS = ['chromeos', 'ipados', 'macos', 'windows', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];
