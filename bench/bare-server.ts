/**
 * The other side of each ratio: the same HTTP library, TLS and driver, and nothing of ours. It selects one
 * plaintext row and inserts one plain event row; searches a plaintext index.
 */
import { createReadStream, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({
  connectionString: process.env.BARE_URL!,
  max: 16,
  pipeline: true,
} as pg.PoolConfig)
const app = Fastify({
  https: { key: readFileSync(process.env.TLS_KEY!), cert: readFileSync(process.env.TLS_CERT!) },
})
const EVENT = {
  name: 'event',
  text: 'insert into plain_events (id, actor, action, object) values (uuidv7(), $1, $2, $3)',
}
const actor = '01900000-0000-7000-8000-000000000001'

app.get<{ Params: { id: string } }>('/clients/:id', async (request) => {
  const { rows } = await pool.query({
    name: 'one',
    text: 'select id, version, doc from plain_clients where id = $1',
    values: [request.params.id],
  })
  await pool.query({ ...EVENT, values: [actor, 'client.read', request.params.id] })
  return { id: rows[0].id, version: rows[0].version, ...rows[0].doc }
})

app.patch<{ Params: { id: string }; Body: object }>('/clients/:id', async (request) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query({
      name: 'change',
      text: 'update plain_clients set doc = doc || $2, version = version + 1 where id = $1 returning id, version, doc',
      values: [request.params.id, request.body],
    })
    await client.query({ ...EVENT, values: [actor, 'client.change', request.params.id] })
    await client.query('commit')
    return { id: rows[0].id, version: rows[0].version, ...rows[0].doc }
  } finally {
    client.release()
  }
})

app.post<{ Body: { q: string; table?: string } }>('/clients/search', async (request) => {
  const { rows } = await pool.query({
    name: `search-${request.body.table ?? 'plain_clients'}`,
    text: `select c.id, c.doc from ${request.body.table === 'plain_small' ? 'plain_small' : 'plain_clients'} c
      where family like $1 order by family limit 25`,
    values: [`${request.body.q.toLowerCase()}%`],
  })
  await pool.query({ ...EVENT, values: [actor, 'client.list', null] })
  return { items: rows }
})

app.get<{ Params: { id: string } }>('/tickets/:id', async (request) => {
  const { id } = request.params
  const ticket = await pool.query({
    name: 'ticket',
    text: 'select * from plain_tickets where id = $1',
    values: [id],
  })
  const messages = await pool.query({
    name: 'messages',
    text: 'select * from plain_messages where ticket_id = $1 order by id desc limit 50',
    values: [id],
  })
  await pool.query({ ...EVENT, values: [actor, 'ticket.read', id] })
  return { ...ticket.rows[0], messages: messages.rows.reverse() }
})

app.post<{ Params: { id: string }; Body: { body: string } }>('/tickets/:id/messages', async (request) => {
  const { id } = request.params
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query({
      name: 'message',
      text: `insert into plain_messages (id, ticket_id, author, kind, body) values (uuidv7(), $1, $2, 'internal', $3) returning id`,
      values: [id, actor, request.body.body],
    })
    await client.query({
      name: 'touch',
      text: 'update plain_tickets set updated_at = now(), messages = messages + 1 where id = $1',
      values: [id],
    })
    await client.query({ ...EVENT, values: [actor, 'ticket.message', id] })
    await client.query('commit')
    return { id: rows[0].id }
  } finally {
    client.release()
  }
})

app.get<{ Params: { id: string }; Querystring: { limit: string } }>(
  '/folders/:id/documents',
  async (request) => {
    const { rows } = await pool.query({
      name: 'documents',
      text: 'select * from plain_documents where folder_id = $1 order by updated_at desc, id desc limit $2',
      values: [request.params.id, Number(request.query.limit) + 1],
    })
    await pool.query({ ...EVENT, values: [actor, 'document.list', request.params.id] })
    return { items: rows.slice(0, -1), nextCursor: rows.at(-1)?.id ?? null }
  },
)

app.get('/file', (_, reply) =>
  reply.type('application/octet-stream').send(createReadStream(process.env.PLAIN_FILE!)),
)

await app.listen({ host: '127.0.0.1', port: 0 })
console.log(
  `READY ${JSON.stringify({ url: `https://localhost:${(app.server.address() as AddressInfo).port}` })}`,
)
process.on('SIGTERM', async () => {
  await app.close()
  await pool.end()
  process.exit(0)
})
