import type { Organization } from '../../api/types.ts'

/** The form holds numbers as the fields give them: an emptied field is a string until it is filled again. */
type Field = number | string

export interface SettingsValues {
  name: string
  timeZone: string
  policy: {
    password: Omit<Organization['policy']['password'], 'minLength' | 'history' | 'maxAgeDays'> & {
      minLength: Field
      history: Field
      maxAgeDays: Field
    }
    session: { idleMinutes: Field; absoluteHours: Field }
    lockout: { attempts: Field; windowMinutes: Field; lockMinutes: Field }
    remember: { staffDays: Field; portalDays: Field }
    mfaRequired: boolean
    ipAllowList: string[]
  }
}

export function toForm({ name, timeZone, policy }: Organization): SettingsValues {
  return {
    name,
    timeZone,
    policy: { ...policy, password: { ...policy.password, maxAgeDays: policy.password.maxAgeDays ?? '' } },
  }
}

/** What the API takes: numbers as numbers, and no forced reset as null. */
export function toBody({ name, timeZone, policy }: SettingsValues): Omit<Organization, 'id'> {
  const numbers = <T extends object>(o: T) =>
    Object.fromEntries(Object.entries(o).map(([k, v]) => [k, Number(v)]))
  const { minLength, history, maxAgeDays, ...rules } = policy.password
  return {
    name: name.trim(),
    timeZone,
    policy: {
      ...policy,
      password: {
        ...rules,
        minLength: Number(minLength),
        history: Number(history),
        maxAgeDays: maxAgeDays === '' ? null : Number(maxAgeDays),
      },
      session: numbers(policy.session) as Organization['policy']['session'],
      lockout: numbers(policy.lockout) as Organization['policy']['lockout'],
      remember: numbers(policy.remember) as Organization['policy']['remember'],
    },
  }
}
