import type { Place } from '../../platform/keys/sealed.ts'

/** What a kept resource is listed by. */
export interface ResourceLabel {
  type: string
  label?: string
  date?: string
}

export const resourceLabelPlace = (orgId: string, row: string): Place => ({
  orgId,
  table: 'client_resources',
  column: 'sealed_label',
  row,
})
export const resourcePlace = (orgId: string, row: string): Place => ({
  orgId,
  table: 'client_resources',
  column: 'sealed_clinical',
  row,
})
