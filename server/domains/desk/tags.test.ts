import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, startDesk } from './testing/desk.ts'

let d: Desk
beforeAll(async () => {
  d = await startDesk()
})
afterAll(() => d.s.stop())

const tagsOf = async (id: string) => (await d.read(id)).tags
const many = async (ids: string[], change: object) => {
  const { body } = await d.call(d.tech, 'POST', '/tickets/bulk', { ids, change })
  expect(body.results.every((r: { ok: boolean }) => r.ok)).toBe(true)
}

describe('a tag is one, however it is written', () => {
  it('when many tickets get it or lose it: what was there stays as it was written', async () => {
    const [upper, lower, none] = [
      await d.open({ tags: ['VPN', 'Net'] }),
      await d.open({ tags: ['vpn'] }),
      await d.open(),
    ]
    await many([upper, lower, none], { addTags: ['Vpn', 'lab', 'LAB'] })
    expect([await tagsOf(upper), await tagsOf(lower), await tagsOf(none)]).toEqual([
      ['VPN', 'Net', 'lab'],
      ['vpn', 'lab'],
      ['Vpn', 'lab'],
    ])
    // Nothing new to any of them is no change of any.
    const before = await d.versionOf(upper)
    await many([upper], { addTags: ['vpn'] })
    expect(await d.versionOf(upper)).toBe(before)
    await many([upper, lower, none], { removeTags: ['vPN', 'NET'] })
    expect([await tagsOf(upper), await tagsOf(lower), await tagsOf(none)]).toEqual([
      ['lab'],
      ['lab'],
      ['lab'],
    ])
  })

  it('when a ticket is opened or changed', async () => {
    const id = await d.open({ tags: ['Printer', 'printer', 'Ward 3'] })
    expect(await tagsOf(id)).toEqual(['Printer', 'Ward 3'])
    expect((await d.patch(id, { tags: ['WiFi', 'ward 3', 'wifi', 'Ward 3'] })).status).toBe(200)
    expect(await tagsOf(id)).toEqual(['WiFi', 'ward 3'])
  })

  it('when tickets are looked for', async () => {
    const id = await d.open({ tags: ['Zebra'] })
    const found = await d.call(d.tech, 'POST', '/tickets/search', { filter: { tag: 'zEBRA' } })
    expect(found.body.items.map((t: { id: string }) => t.id)).toEqual([id])
  })
})
