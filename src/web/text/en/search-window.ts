/** The window that searches everything, which is loaded when somebody opens it. */
export const searchWindow = {
  results: 'Search results',
  pages: 'Pages',
  devices: 'Devices',
  sites: 'Sites',
  people: 'People',
  nothing: 'Nothing found for “{text}”. Check the spelling, or try fewer letters.',
  offline: 'You’re offline. This searches only what is saved on this device.',
  allDevices: 'See all devices that match “{text}”',
} as const;
