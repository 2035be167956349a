import { createHash, createHmac } from 'node:crypto'
import PDFDocument from 'pdfkit'
import {
  createDocument,
  createFolder,
  documentFiles,
  indexText,
  WORD_FIELD,
} from '../domains/documents/index.ts'
import { completeFile, FileSeal, fileOwners, readFileRow, receive } from '../domains/files/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { By } from '../platform/http/by.ts'
import type { Platform } from '../platform/open.ts'
import type { Principal } from '../platform/policy/principal.ts'
import { nameWords } from '../platform/search/words.ts'

interface Sample {
  name: string
  tags: string[]
  pages: string[]
}

const POLICIES: Sample[] = [
  {
    name: 'Hand hygiene.pdf',
    tags: ['hygiene', 'required'],
    pages: [
      'Hand hygiene. Wash your hands with soap before and after each visit, for at least twenty seconds.',
      'Alcohol rub is enough where hands are not visibly soiled. Dispensers stand at each door.',
    ],
  },
  {
    name: 'When the power fails.pdf',
    tags: ['emergency'],
    pages: [
      'The generator starts within ten seconds. Keep the refrigerators closed and call the facility desk.',
    ],
  },
  {
    name: 'Welcome at Maple Grove.pdf',
    tags: ['new colleagues'],
    pages: ['Welcome! Your first day begins at the front desk. Bring an identity document with you.'],
  },
]
const LETTER: Sample = {
  name: 'How to prepare for your visit.pdf',
  tags: ['visit'],
  pages: ['Please come ten minutes early. Bring the list of what you take, and your insurance card.'],
}

const OWNERS = fileOwners([documentFiles])

/** What the seeding stands for: somebody who may do all of it. */
const by = (userId: string): By => ({
  userId,
  name: 'Wellkeep',
  may: () => true,
  record: async () => {},
})

/** A shared folder with policies, and a client's own folder with a letter; all read and published. */
export async function seedDocuments(
  platform: Platform,
  orgId: string,
  who: { lead: string; coordinator: string },
  clientId: string,
): Promise<void> {
  const shared = await makeFolder(platform, orgId, who.lead, { name: 'Policies and procedures' })
  for (const sample of POLICIES) await addSample(platform, orgId, who.lead, shared, sample)
  const own = await makeFolder(platform, orgId, who.coordinator, { name: 'Exchange', clientId })
  await addSample(platform, orgId, who.coordinator, own, LETTER)
}

const principalOf = (orgId: string, userId: string) =>
  ({
    orgId,
    userId,
    permissions: new Set(['documents:read', 'documents:write', 'documents:manage']),
    fieldClasses: { clinical: 'write' },
  }) as unknown as Principal

type Folder = { id: string; client_id: string | null; group_id: string | null }

function makeFolder(
  { db, keys }: Platform,
  orgId: string,
  userId: string,
  input: { name: string; clientId?: string },
): Promise<Folder> {
  return db.withContext({ orgId, userId }, async (tx) => {
    const id = await createFolder(keys, tx, principalOf(orgId, userId), input)
    return tx.db
      .selectFrom('folders')
      .select(['id', 'client_id', 'group_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  })
}

async function addSample(
  platform: Platform,
  orgId: string,
  userId: string,
  folder: Folder,
  sample: Sample,
): Promise<void> {
  const { db } = platform
  const context = { orgId, userId }
  const bytes = await drawn(sample.pages)
  const { id, fileId } = await db.withContext(context, async (tx) => {
    const id = await createDocument(platform, tx, by(userId), folder, {
      name: sample.name,
      tags: sample.tags,
      size: bytes.length,
      expiresAt: null,
      reviewOn: null,
    })
    const file = await tx.db
      .selectFrom('files')
      .select('id')
      .where('owner_id', '=', id)
      .executeTakeFirstOrThrow()
    return { id, fileId: file.id }
  })
  await receive(
    platform,
    context,
    fileId,
    0,
    (async function* () {
      yield bytes
    })(),
  )
  await db.withContext(context, (tx) => completeFile(tx, platform, OWNERS, by(userId), fileId))
  await db.withContext(
    { orgId, userId: null },
    (tx) => asRead(platform, tx, id, fileId, bytes, sample),
    'worker',
  )
}

/** As a reader would find it; its job then finds that there is nothing to do. */
async function asRead(
  { keys }: Platform,
  tx: Tx,
  id: string,
  fileId: string,
  bytes: Buffer,
  sample: Sample,
): Promise<void> {
  const { orgId } = tx.context
  const row = (await readFileRow(tx, fileId))!
  const seal = await FileSeal.of(keys, tx, row)
  await tx.db.updateTable('files').set({ state: 'reading' }).where('id', '=', fileId).execute()
  await tx.db
    .updateTable('files')
    .set({
      state: 'clean',
      content_type: 'application/pdf',
      pages: sample.pages.length,
      sealed_digest: seal.seal('sealed_digest', createHash('sha256').update(bytes).digest('hex')),
    })
    .where('id', '=', fileId)
    .execute()
  const key = await keys.indexKey(orgId, WORD_FIELD)
  const words = [...new Set(nameWords(sample.pages.join(' ')))]
  await indexText(
    keys,
    tx,
    row,
    words.map((w) => createHmac('sha256', key).update(w).digest().readUIntBE(0, 6)),
  )
  await tx.db
    .updateTable('documents')
    .set({ state: 'published', published: 1, published_at: new Date() })
    .where('id', '=', id)
    .execute()
}

function drawn(pages: string[]): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'LETTER', margin: 72 })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))))
  for (const [i, text] of pages.entries()) {
    if (i > 0) doc.addPage()
    doc.fontSize(15).text(text, { lineGap: 6 })
  }
  doc.end()
  return done
}
