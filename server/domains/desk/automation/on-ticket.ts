import type { Tx } from '../../../platform/db/database.ts'
import { type By, bySystem } from '../../../platform/http/by.ts'
import type { Services } from '../../../platform/services.ts'
import { act } from '../actions.ts'
import { attempt } from '../attempt.ts'
import { openTexts } from '../present.ts'
import { actFor, type Reach } from '../reach.ts'
import { type LockedTicket, lockTicket } from '../records.ts'
import { TicketSeal } from '../seal.ts'
import { codeOf, failedFor, type Happened, wholly } from './failing.ts'
import type { RuleInUse } from './in-use.ts'
import { conditionsHold, type TicketFacts } from './judge.ts'
import { type Part, partsOf, replies } from './parts.ts'
import type { RuleActions } from './rule.ts'
import { unanswerable } from './unanswerable.ts'

type Parts = Pick<Services, 'keys'>

/** A ticket on which rules act one after the other, each as the ones before left it. */
export class OnTicket {
  readonly #tx: Tx
  readonly #services: Parts
  readonly #organization: string
  #now: LockedTicket
  #facts!: TicketFacts
  #acts: { for: string | null; reach: Reach | undefined } | undefined
  /** Whether any rule did something, or could not. */
  touched = false

  static async of(tx: Tx, services: Parts, ticket: LockedTicket): Promise<OnTicket> {
    const { name } = await tx.db.selectFrom('organizations').select('name').executeTakeFirstOrThrow()
    const on = new OnTicket(tx, services, name, ticket)
    await on.#becomes(ticket)
    return on
  }

  private constructor(tx: Tx, services: Parts, organization: string, ticket: LockedTicket) {
    this.#tx = tx
    this.#services = services
    this.#organization = organization
    this.#now = ticket
  }

  async #becomes(ticket: LockedTicket): Promise<void> {
    const { orgId } = this.#tx.context
    this.#now = ticket
    const key = await this.#services.keys.openDek(orgId, ticket.id, ticket)
    this.#facts = { ...ticket, tags: openTexts(new TicketSeal(orgId, key), ticket).tags }
  }

  /** Does what a rule says where it is for the ticket: all that is not refused, or nothing where it fails. */
  async apply(rule: RuleInUse, one: Happened): Promise<void> {
    if (this.#now.merged_into) return
    let actions: RuleActions
    try {
      const said = rule.open()
      if (!conditionsHold(said.conditions, this.#facts, one.changed)) return
      actions = said.actions
    } catch (error) {
      return this.#failed(rule, one, codeOf(error))
    }
    // Behind a wall that is closed to who stands for the rule there is nothing that it could be for.
    if (this.#acts?.for !== rule.savedBy)
      this.#acts = { for: rule.savedBy, reach: await actFor(this.#tx, rule.savedBy, 'tickets:write') }
    const { reach } = this.#acts
    if (!reach?.groups.has(this.#now.group_id)) return
    const by = this.#byRule(rule, reach)
    const { id } = this.#now
    const code = await wholly(this.#tx, async () => this.#becomes(await this.#run(by, actions, one)))
    if (code) {
      // What it was before, as the database has it.
      await this.#becomes((await lockTicket(this.#tx, id))!)
      await this.#failed(rule, one, code)
    }
    this.touched = true
  }

  async #failed(rule: RuleInUse, one: Happened, code: string): Promise<void> {
    const { id } = this.#now
    const again = await failedFor(this.#tx, id, rule.id, code, one)
    await this.#byRule(rule).record(this.#tx, {
      action: 'ticket.rule-failed',
      object: { type: 'ticket', id },
      facts: { on: one.happening, code, attempt: one.attempts + 1, again },
    })
    this.touched = true
  }

  /** The system, where a rule told it to change a ticket: its events say which. It may what who stands for the rule may. */
  #byRule(rule: RuleInUse, reach?: Reach): By {
    const system = bySystem(this.#services)
    return {
      ...system,
      name: this.#organization,
      may: (permission) => permission === 'tickets:assign' && reach?.assigns === true,
      record: (tx, event) =>
        system.record(tx, { ...event, facts: { ...event.facts, by: 'rule', rule: rule.id } }),
    }
  }

  /** Each part for itself: what is refused is told in the ticket's history, and the rest is done. */
  async #run(by: By, actions: RuleActions, { happening, answerable }: Happened): Promise<LockedTicket> {
    const tx = this.#tx
    const ticket = this.#now
    const told = by.record(tx, {
      action: 'ticket.rule',
      object: { type: 'ticket', id: ticket.id },
      facts: { on: happening },
    })
    let now = ticket
    const doPart = async ([name, actions]: Part): Promise<void> => {
      const why = replies(actions) ? await unanswerable(tx, this.#services, ticket, answerable) : undefined
      if (why) return refuse(tx, by, ticket.id, name, why)
      const refused = await attempt(tx, async () => {
        now = (await act(tx, this.#services, by, this.#organization, now, actions, 'leave')).ticket
      })
      if (!refused) return
      // What it was before the attempt, as the database has it.
      now = (await lockTicket(tx, ticket.id))!
      await refuse(tx, by, ticket.id, name, refused)
    }
    // What cannot be told is not done: all of it fails with it.
    told.catch(() => {})
    try {
      for (const part of partsOf(actions)) await doPart(part)
    } finally {
      await told
    }
    return now
  }
}

/** Tells in a ticket's history what a rule could not do, and why: nobody is there to be told. */
const refuse = (tx: Tx, by: By, ticketId: string, part: string, why: string): Promise<void> =>
  by.record(tx, {
    action: 'ticket.rule-refused',
    object: { type: 'ticket', id: ticketId },
    facts: { part, why },
  })
