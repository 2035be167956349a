import { z } from 'zod'

/** A step of a checklist as templates keep it; it is copied into tickets. */
export const TemplateStep = z.strictObject({
  title: z.string().trim().min(1).max(200),
  required: z.boolean().default(true),
  /** Only holders of this role do it. */
  roleId: z.uuid().nullable().default(null),
  /** 2: a second person, who is not the first, confirms it. */
  people: z.number().int().min(1).max(2).default(1),
})
export type TemplateStep = z.infer<typeof TemplateStep>

export type StepState = 'open' | 'half' | 'done' | 'skipped'
export interface Step {
  state: StepState
  required: boolean
  people: number
  roleId: string | null
  builtIn: string | null
  doneBy: string | null
  secondBy: string | null
}
export type StepAction = 'done' | 'undo' | 'skip'

/** Who does it: a user, and the roles that they hold. */
export interface Doer {
  userId: string
  roleIds: readonly string[]
}

export type StepRefusal = 'built-in' | 'role' | 'same-person' | 'required' | 'already'

/**
 * What a step becomes by somebody's action, or why it can't. Pure: a step of two people is half done by the first and done
 * by another; a required one is not skipped; a step for a role is for its holders; the built-in one follows from what is
 * on the ticket and is nobody's to tick.
 */
export function stepAfter(
  step: Step,
  action: StepAction,
  doer: Doer,
): Pick<Step, 'state' | 'doneBy' | 'secondBy'> | StepRefusal {
  if (step.builtIn) return 'built-in'
  if (step.roleId && !doer.roleIds.includes(step.roleId)) return 'role'
  if (action === 'undo')
    return step.state === 'open' ? 'already' : { state: 'open', doneBy: null, secondBy: null }
  if (action === 'skip') {
    if (step.required) return 'required'
    return step.state === 'open' ? { state: 'skipped', doneBy: doer.userId, secondBy: null } : 'already'
  }
  if (step.state === 'open')
    return { state: step.people === 2 ? 'half' : 'done', doneBy: doer.userId, secondBy: null }
  if (step.state !== 'half') return 'already'
  if (step.doneBy === doer.userId) return 'same-person'
  return { state: 'done', doneBy: step.doneBy, secondBy: doer.userId }
}
