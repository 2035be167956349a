/** Reads `?tab=` of an address: one of `tabs`, or nothing, which is the first. */
export const tabIn =
  <T extends string>(tabs: readonly T[]) =>
  ({ tab }: Record<string, unknown>): { tab?: T } =>
    tabs.includes(tab as T) && tab !== tabs[0] ? { tab: tab as T } : {}
