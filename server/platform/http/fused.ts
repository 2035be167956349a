import type { AuditEvent } from '../audit/event.ts'
import { failureOfChange } from '../audit/record.ts'
import { Batcher } from '../db/batcher.ts'
import { type Database, DatabaseUnavailable } from '../db/database.ts'
import type { Statement } from '../db/statement.ts'
import type { Principal } from '../policy/principal.ts'
import { type Answer, type Known, knownBehind, resolvePrincipal, secretHash } from './authenticate.ts'

interface Asked {
  secret: Buffer
  /** The secret's hash as a string: names the credential. */
  name: string
  isSession: boolean
  passive: boolean
  ip: string
  /** What the statement takes beside the credential. */
  value: unknown
  foresee?: Foresee | undefined
}

/**
 * The event that the read will be, if whoever asks still is who asked before; undefined where that can't be told
 * yet. It goes along with the read, and is written in its commit where it came true.
 */
export type Foresee = (who: Principal) => AuditEvent | undefined

/** A statement that `records` takes three more parameters: ids, times and leaves (lines) of the events foreseen. */
export interface FusedStatement extends Statement {
  records?: true
}

/** What was found for one request: a row, and, where the statement gives it, a long text beside it. */
export interface Fetched {
  row: Buffer
  page: string | undefined
  /** The event that was foreseen is durable. */
  recorded: boolean
}

/** Who asked, and what was found for them behind their walls. */
export interface Fused {
  principal: Principal
  found: Fetched | undefined
}

interface Row {
  who: number
  n: number | null
  principal: Answer | null
  found: Buffer | null
  page?: string | null
  recorded?: boolean | null
}

/** Requests of one credential in a batch; `before` is what was known when the question was sent. */
interface Group extends Omit<Asked, 'ip' | 'value' | 'foresee'> {
  before: Known | undefined
}

const keyOf = (a: Asked) => `${a.isSession ? 's' : 't'}${a.passive ? 'p' : 'a'}${a.name}`

/** The credentials of a batch in one order everywhere, and the place of each request's own. */
function byCredential(asked: Asked[]): { groups: Group[]; who: number[] } {
  const keys = asked.map(keyOf)
  const sorted = [...new Set(keys)].sort()
  const place = new Map(sorted.map((key, i) => [key, i]))
  const groups: Group[] = new Array(sorted.length)
  const who = keys.map((key, i) => {
    const at = place.get(key)!
    groups[at] ??= { ...asked[i]!, before: knownBehind(asked[i]!.name) }
    return at
  })
  return { groups, who }
}

/** Ids, times and leaves of what the requests of a batch will have read, as far as it can be foreseen. */
function foreseen(asked: Asked[], groups: Group[], who: number[]): unknown[] {
  const events = asked.map((a, i) => {
    const { before } = groups[who[i]!]!
    return before?.ip === a.ip ? a.foresee?.(before.principal) : undefined
  })
  return [
    events.map((e) => e?.id ?? null),
    events.map((e) => e?.at ?? null),
    events.map((e) => e?.leaf ?? '').join('\n'),
  ]
}

/**
 * The hottest reads: one statement establishes who asks and reads what is asked, for all requests that wait. They
 * are told apart by credential, in the statement and here: a request gets what its own credential's walls opened.
 */
export class FusedReads {
  readonly #db: Database
  readonly #batchers = new Map<string, Batcher<Asked, Fused | undefined>>()

  constructor(db: Database) {
    this.#db = db
  }

  /** Undefined when nobody is behind the secret, now. */
  read(
    statement: FusedStatement,
    asked: Omit<Asked, 'secret' | 'name'> & { secret: string },
  ): Promise<Fused | undefined> {
    let batcher = this.#batchers.get(statement.name)
    if (!batcher) {
      batcher = new Batcher((items) => this.#send(statement, items), {
        parallel: 1,
        most: 64,
        // One request that the database refuses fails alone.
        divides: (error) => !(error instanceof DatabaseUnavailable),
      })
      this.#batchers.set(statement.name, batcher)
    }
    const secret = secretHash(asked.secret)
    return batcher.ask({ ...asked, secret, name: secret.toString('latin1') })
  }

  async #send(statement: FusedStatement, asked: Asked[]): Promise<(Fused | undefined)[]> {
    const { groups, who } = byCredential(asked)
    const values = [
      groups.map((g) => g.secret),
      groups.map((g) => g.isSession),
      groups.map((g) => g.passive),
      groups.map((g) => g.before?.version ?? null),
      who.map((i) => i + 1),
      asked.map((a) => a.value),
      ...(statement.records ? foreseen(asked, groups, who) : []),
    ]
    const rows = await this.#db.query<Row>(statement, values, 'read').catch((error) => {
      throw failureOfChange(error)
    })
    const answers: (Answer | undefined)[] = new Array(groups.length)
    const found: (Fetched | undefined)[] = new Array(asked.length)
    for (const row of rows) {
      if (row.n === null) answers[row.who - 1] = row.principal!
      else if (who[row.n - 1] === row.who - 1 && row.found)
        found[row.n - 1] = {
          row: row.found,
          page: row.page ?? undefined,
          recorded: row.recorded ?? false,
        }
    }
    return asked.map((a, i) => {
      const group = groups[who[i]!]!
      const answer = answers[who[i]!]
      return answer && { principal: resolvePrincipal(a.name, answer, a.ip, group.before), found: found[i] }
    })
  }
}
