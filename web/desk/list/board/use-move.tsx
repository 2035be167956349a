import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, ok } from '../../../api/client.ts'
import { ApiProblem } from '../../../api/problem.ts'
import type { Status } from '../../queries.ts'
import { numberText } from '../../words.ts'
import { type BoardData, type BoardTicket, moved } from './columns.ts'
import { refusalText } from './refusal.ts'

interface Move {
  ticket: BoardTicket
  to: Status
}

/**
 * Moves a card: at once on screen, then on the server. What the server refuses goes back to where it was, with the
 * reason; the board is asked for anew in any case.
 */
export function useMove(board: QueryKey) {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const show = (id: string, to: Pick<Status, 'key' | 'category'>) =>
    cache.setQueryData<BoardData>(board, (data) => data && moved(data, id, to))
  return useMutation({
    mutationFn: ({ ticket, to }: Move) =>
      ok(
        api.PATCH('/api/v1/tickets/{id}', {
          params: { path: { id: ticket.id } },
          headers: { 'If-Match': `"${ticket.version}"` },
          body: { status: to.key },
        }),
      ),
    async onMutate({ ticket, to }) {
      await cache.cancelQueries({ queryKey: ['tickets', 'board'] })
      show(ticket.id, to)
    },
    onError(error, { ticket }) {
      show(ticket.id, { key: ticket.status, category: ticket.statusCategory })
      refuse(
        error,
        ticket,
        () => void navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id } }),
      )
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['tickets'] }),
  })
}

function refuse(error: unknown, ticket: BoardTicket, open: () => void): void {
  const settledThere = error instanceof ApiProblem && SETTLED_ON_TICKET.has(error.slug)
  const id = crypto.randomUUID()
  notifications.show({
    id,
    color: 'red',
    autoClose: settledThere ? 15_000 : 8_000,
    title: `${numberText(ticket.number)} stays where it was`,
    message: (
      <>
        {refusalText(error)}
        {settledThere && (
          <>
            {' '}
            <Anchor
              component="button"
              inherit
              onClick={() => {
                notifications.hide(id)
                open()
              }}
            >
              Open the ticket
            </Anchor>
          </>
        )}
      </>
    ),
  })
}

/** Refusals that somebody answers on the ticket’s own page. */
const SETTLED_ON_TICKET = new Set(['ticket-not-closable', 'ticket-has-open-children'])
