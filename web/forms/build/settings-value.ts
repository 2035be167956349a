import type { Form } from '../queries.ts'

export interface SettingsValue {
  everywhere: boolean
  facilityIds: string[]
  atWill: boolean
}
export const settingsOf = ({ everywhere, facilityIds, atWill }: Form): SettingsValue => ({
  everywhere,
  facilityIds: [...facilityIds].sort(),
  atWill,
})
