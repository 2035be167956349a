import type { Form } from '../queries.ts'

export interface SettingsValue {
  everywhere: boolean
  facilityIds: string[]
  atWill: boolean
  toldTeamId: string | null
}
export const settingsOf = ({ everywhere, facilityIds, atWill, toldTeamId }: Form): SettingsValue => ({
  everywhere,
  facilityIds: [...facilityIds].sort(),
  atWill,
  toldTeamId,
})
