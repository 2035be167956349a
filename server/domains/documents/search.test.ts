import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textPdf } from '../../platform/reading/testing/pdfs.ts'
import { type Office, type Person, startOffice } from '../../testing/documents.ts'

let o: Office
let washing: string
let letter: string
beforeAll(async () => {
  o = await startOffice()
  washing = await o.add(o.shared, 'Hand hygiene.txt', 'Wash with soapsuds for twenty seconds.', {
    tags: ['Infection control'],
  })
  letter = await o.add(o.own, 'Letter.pdf', await textPdf(['Dear Wanda, your marmalade allergy was seen.']))
})
afterAll(() => o.s.stop())

const find = async (q: string, who: Person = o.writer, more: object = {}) =>
  (await o.good(o.call(who, 'POST', '/documents/search', { q, ...more }))).items.map(
    (d: { id: string }) => d.id,
  )

describe('a search for documents', () => {
  test('finds words of names by their beginning, of texts whole, and tags, whatever their case and marks', async () => {
    for (const q of ['hyg', 'HÁND', 'soapsuds', 'hand soapsuds', 'infection', 'twenty seconds'])
      expect(await find(q), q).toEqual([washing])
    expect(await find('marmalade')).toEqual([letter])
    expect(await find('', o.writer, { tag: 'infection CONTROL' })).toEqual([washing])
    for (const q of ['soap', 'nowhere', 'soapsuds nowhere', '', '   ']) expect(await find(q), q).toEqual([])
  })

  test('tells readers of what is published alone, and of its text as published', async () => {
    expect(await find('soapsuds', o.reader)).toEqual([])
    await o.step(washing, 'publish')
    expect(await find('soapsuds', o.reader)).toEqual([washing])
    await o.addVersion(washing, 1, 'Use the alcohol gelatine instead.')
    expect(await find('gelatine')).toEqual([washing])
    expect(await find('soapsuds')).toEqual([])
    expect([await find('gelatine', o.reader), await find('soapsuds', o.reader)]).toEqual([[], [washing]])
  })

  test('goes through no wall, and opens no class', async () => {
    expect(await find('marmalade', o.outsider)).toEqual([])
    const plain = await o.s.world.custom(['documents:read', 'documents:write'], { contact: 'read' })
    expect(await find('marmalade', plain)).toEqual([])
    expect(await find('gelatine', o.outsider)).toEqual([washing])
  })

  test('follows a new name, and forgets what was destroyed', async () => {
    await o.patch(washing, { name: 'Clean fingers.txt', tags: [] })
    expect([await find('fingers'), await find('hygiene'), await find('infection')]).toEqual([
      [washing],
      [],
      [],
    ])
    await o.s.call(o.writer.token, 'DELETE', `/clients/${o.clientId}`, { reason: 'asked for in writing' })
    expect(await find('marmalade')).toEqual([])
    const left = await o.s.owner.query(
      `select (select count(*) from document_search where document_id = $1)::int as tokens,
        (select count(*) from deks where subject_id = $1 and wrapped is not null)::int as keys,
        (select count(*) from folders where client_id = $2 and sealed_name is not null)::int as folders,
        (select count(*) from files where owner_id = $1 and state <> 'purged')::int as files`,
      [letter, o.clientId],
    )
    expect(left.rows).toEqual([{ tokens: 0, keys: 0, folders: 0, files: 0 }])
  })
})
