export const DEVICE_TABS = ['copies', 'restore', 'activity'] as const
export type DeviceTab = (typeof DEVICE_TABS)[number]
