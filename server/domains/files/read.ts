import { createHash } from 'node:crypto'
import { BlobsUnavailable } from '../../platform/blobs/index.ts'
import type { Context, Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import { ScannerUnavailable, type Verdict } from '../../platform/malware/index.ts'
import type { ReadResult } from '../../platform/reading/index.ts'
import type { Services } from '../../platform/services.ts'
import { areKnownNames } from '../clients/index.ts'
import { fileBytes } from './bytes.ts'
import { FileJudge, type FileVerdict } from './detection.ts'
import { LEASE_SECONDS, Lease } from './lease.ts'
import type { Owners } from './owners.ts'
import { type FileRow, FileSeal, type FileState, lockFile, type PartRow, partsOf } from './records.ts'
import { aboutFile, setState } from './state.ts'

/** A file whose scanner or store is away is looked at again after this, in ms. */
const AGAIN_MS = 30_000

const BEGIN = {
  name: 'file-begin-reading',
  text: `update files set state = 'reading', waits_for = null, lease_id = $3, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where org_id = $1 and id = $2`,
}
const BACK = {
  name: 'file-back-to-waiting',
  text: `update files set state = 'waiting', waits_for = $4, lease_id = null, lease_until = null
    where org_id = $1 and id = $2 and lease_id = $3 and state = 'reading' returning id`,
}

interface Begun {
  row: FileRow
  parts: PartRow[]
  seal: FileSeal
}

/** What was found out about a file. */
interface Outcome {
  scan: Verdict | 'none'
  /** Undefined for a file that is infected: nobody reads it. */
  read: ReadResult | undefined
  verdict: FileVerdict
  /** SHA-256 of its bytes, in hex. */
  digest: string
}

/**
 * Reads one file: for malware, then its text, which the detector judges. Whatever can't be read counts as suspected.
 * Nothing is lost when the scanner, the store or this process goes away: the file waits, and is read later.
 */
export async function readFile(services: Services, owners: Owners, job: Job): Promise<void> {
  const fileId = String(job.payload.fileId)
  const context: Context = { orgId: job.orgId, userId: null }
  const inContext = <T>(work: (tx: Tx) => Promise<T>) => services.db.withContext(context, work, 'worker')
  const lease = new Lease(services.db, context, fileId, 'worker')
  const begun = await inContext((tx) => begin(services, tx, fileId, lease.id))
  if (!begun) return
  lease.keep(false)
  try {
    const outcome = await look(services, owners, job.orgId, begun, job.signal)
    await inContext((tx) => conclude(services, owners, tx, fileId, lease.id, outcome))
  } catch (error) {
    const waitsFor =
      error instanceof ScannerUnavailable ? 'scanner' : error instanceof BlobsUnavailable ? 'store' : null
    await inContext(async (tx) => {
      const [back] = await tx.run(BACK, [job.orgId, fileId, lease.id, waitsFor])
      if (back && waitsFor)
        await addJob(
          tx,
          'file.read',
          { fileId },
          { key: `file.read:${fileId}`, runAt: new Date(Date.now() + AGAIN_MS) },
        )
    })
    if (!waitsFor) throw error
    services.log.warn({ waitsFor }, 'a file waits to be read')
  } finally {
    await lease.release()
    services.live.changed(job.orgId, 'files')
  }
}

async function begin(
  services: Services,
  tx: Tx,
  fileId: string,
  leaseId: string,
): Promise<Begun | undefined> {
  const row = await lockFile(tx, fileId)
  if (row?.state !== 'waiting' && !(row?.state === 'reading' && !row.leased)) return undefined
  await tx.run(BEGIN, [tx.context.orgId, fileId, leaseId])
  return { row, parts: await partsOf(tx, fileId), seal: await FileSeal.of(services.keys, tx, row) }
}

async function look(
  services: Services,
  owners: Owners,
  orgId: string,
  { row, parts, seal }: Begun,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const bytes = () => fileBytes(services, orgId, seal.key, parts)
  const scan = services.scanner ? await services.scanner.scan(bytes()) : 'none'
  const judge = new FileJudge()
  const areKnown = (names: readonly (readonly string[])[]) => areKnownNames(services, orgId, names)
  const hashed = hashing(bytes())
  const { wordField } = owners.of(row.owner_type)
  const wordKey = wordField === undefined ? undefined : await services.keys.indexKey(orgId, wordField)
  const read =
    scan === 'infected'
      ? undefined
      : await services.readers.detect(seal.name(row), hashed.bytes, (seen) => judge.add(seen), {
          signal,
          wordKey,
        })
  // A reader that gives up early has not heard all.
  const digest = hashed.digest() ?? (await digestOf(bytes()))
  return { scan, read, verdict: await judge.verdict(areKnown), digest }
}

/** The bytes as they pass; their SHA-256 once all of them have. */
function hashing(source: AsyncIterable<Buffer>): {
  bytes: AsyncIterable<Buffer>
  digest(): string | undefined
} {
  const hash = createHash('sha256')
  let digest: string | undefined
  async function* passing() {
    for await (const chunk of source) {
      hash.update(chunk)
      yield chunk
    }
    digest = hash.digest('hex')
  }
  return { bytes: passing(), digest: () => digest }
}

async function digestOf(source: AsyncIterable<Buffer>): Promise<string> {
  const { bytes, digest } = hashing(source)
  for await (const _ of bytes);
  return digest()!
}

function stateOf({ scan, read, verdict }: Outcome): FileState {
  if (scan === 'infected') return 'infected'
  return verdict.suspected || scan === 'too-large' || read?.error ? 'suspected' : 'clean'
}

/** Writes what was found, unless the file was purged or taken over meanwhile: then it is forgotten. */
async function conclude(
  services: Services,
  owners: Owners,
  tx: Tx,
  fileId: string,
  leaseId: string,
  outcome: Outcome,
): Promise<void> {
  const row = await lockFile(tx, fileId)
  if (row?.state !== 'reading' || row.lease_id !== leaseId) return
  const seal = await FileSeal.of(services.keys, tx, row)
  const { read, verdict, scan } = outcome
  const state = stateOf(outcome)
  const by = bySystem(services)
  await setState(tx, services, owners, by, row, state, {
    scan,
    content_type: read?.report?.type ?? row.content_type,
    mislabelled: read?.report?.mislabelled ?? false,
    also_type: read?.report?.also ?? null,
    pages: read?.report?.pages ?? null,
    read_error: read?.error ?? null,
    name_suspected: verdict.inName,
    sealed_findings: read
      ? seal.seal('sealed_findings', { why: verdict.why, findings: verdict.findings })
      : null,
    finding_count: verdict.count,
    sealed_preview: read?.tiny ? seal.sealPicture(read.tiny.bytes) : null,
    sealed_digest: seal.seal('sealed_digest', outcome.digest),
    lease_id: null,
    lease_until: null,
  })
  if (read?.words) await owners.of(row.owner_type).keepWords?.(tx, services, row, read.words)
  await by.record(tx, {
    action: 'file.judge',
    ...aboutFile(owners, row, {
      state,
      findings: verdict.count,
      scan,
      ...(read?.error && { error: read.error }),
    }),
  })
}
