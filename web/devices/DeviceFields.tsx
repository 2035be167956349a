import { NumberInput, Select, SimpleGrid, Switch, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { facilityList } from '../access/api.ts'
import type { Device, Retention } from './queries.ts'

const GIB = 1024 ** 3

export interface DeviceValues {
  name: string
  facilityId: string | null
  quotaGib: number | ''
  silentHours: number | ''
  keeps: boolean
  retention: Record<keyof Retention, number | ''>
}

/** A rule that most practices are served by. */
const USUAL: Retention = { keepDays: 30, daily: 30, weekly: 12, monthly: 24, yearly: 7 }

export const newDevice = (): DeviceValues => ({
  name: '',
  facilityId: null,
  quotaGib: 100,
  silentHours: 48,
  keeps: false,
  retention: USUAL,
})

export const valuesOf = (d: Device): DeviceValues => ({
  name: d.name,
  facilityId: d.facilityId,
  quotaGib: Math.round((d.quotaBytes / GIB) * 100) / 100,
  silentHours: d.silentHours,
  keeps: d.retention !== null,
  retention: d.retention ?? USUAL,
})

export const bodyOf = (v: DeviceValues) => ({
  name: v.name,
  facilityId: v.facilityId,
  quotaBytes: Math.round(Number(v.quotaGib) * GIB),
  silentHours: Number(v.silentHours),
  retention: v.keeps
    ? {
        keepDays: Number(v.retention.keepDays),
        daily: Number(v.retention.daily),
        weekly: Number(v.retention.weekly),
        monthly: Number(v.retention.monthly),
        yearly: Number(v.retention.yearly),
      }
    : null,
})

export const checks = {
  name: (v: string) => (v.trim() ? null : 'Give it a name'),
  quotaGib: (v: number | '') => (v === '' || v < 0.02 ? 'Say how many GiB' : null),
  silentHours: (v: number | '') => (v === '' || v < 1 ? 'Say how many hours' : null),
}
export const ALIASES = { quotaBytes: 'quotaGib' }
export const SHOWN = ['name', 'facilityId', 'quotaBytes', 'silentHours']

/** What one says of a device; the rule for old copies only where Wellkeep can apply one. */
export function DeviceFields({
  form,
  managed,
  children,
}: {
  // biome-ignore lint/suspicious/noExplicitAny: whatever checks it
  form: UseFormReturnType<DeviceValues, DeviceValues, any>
  managed: boolean
  /** Something to choose before the rule for old copies. */
  children?: ReactNode
}) {
  const facilities = useQuery(facilityList)
  const count = (name: keyof Retention, label: string, min = 0) => (
    <NumberInput
      label={label}
      min={min}
      max={1000}
      allowDecimal={false}
      {...form.getInputProps(`retention.${name}`)}
    />
  )
  return (
    <>
      <TextInput
        data-autofocus
        label="Name"
        description="Of the machine, not of a person: it is kept in plain text."
        required
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <Select
        label="Facility (optional)"
        data={facilities.data?.items.map((f) => ({ value: f.id, label: f.name })) ?? []}
        clearable
        searchable
        {...form.getInputProps('facilityId')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NumberInput
          label="Room, in GiB"
          description="What its copies may take."
          min={0.02}
          max={1_000_000}
          decimalScale={2}
          {...form.getInputProps('quotaGib')}
        />
        <NumberInput
          label="Silent after, in hours"
          description="Then somebody is told."
          min={1}
          max={8760}
          allowDecimal={false}
          {...form.getInputProps('silentHours')}
        />
      </SimpleGrid>
      {children}
      {managed && (
        <>
          <Switch
            label="Let old copies go"
            description="Nightly, by Wellkeep alone; otherwise every copy stays."
            {...form.getInputProps('keeps', { type: 'checkbox' })}
          />
          {form.values.keeps && (
            <>
              <NumberInput
                label="Keep every copy for, in days"
                description="No rule and nobody’s clock touches what came in since."
                min={7}
                max={3650}
                allowDecimal={false}
                {...form.getInputProps('retention.keepDays')}
              />
              <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm">
                {count('daily', 'Days')}
                {count('weekly', 'Weeks')}
                {count('monthly', 'Months')}
                {count('yearly', 'Years')}
              </SimpleGrid>
            </>
          )}
        </>
      )}
    </>
  )
}
