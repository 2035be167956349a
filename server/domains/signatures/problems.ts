import { conflict, forbidden, invalid } from '../../platform/http/problem.ts'

export const over = () => conflict('request-over', 'These signatures are not asked for any more')
export const overdue = () =>
  conflict(
    'request-overdue',
    'The day until which it was to be signed is over',
    'Ask who sent it for more time.',
  )
export const notPublished = () =>
  conflict(
    'not-published',
    'Only what is published can be signed',
    'The document was taken back, or has expired.',
  )
export const notYourTurn = () =>
  conflict('not-your-turn', 'Somebody else signs first', 'You are told when it is your turn.')
export const alreadySigned = () => conflict('already-signed', 'You have signed or declined this already')

/** Answers what the database refuses about signatures as what it means to a person. */
export async function saidPlainly<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === 'WKS01') throw over()
    if (code === 'WKS02') throw overdue()
    if (code === 'WKS03') throw notPublished()
    if (code === 'WKS04') throw notYourTurn()
    if (code === 'WKS05')
      throw invalid([{ field: 'signers', message: 'must name people who may see the document' }])
    if (code === '23505' && constraint === 'signature_requests_open')
      throw conflict(
        'already-asked',
        'Signatures of this document are being collected already',
        'Cancel that request first, or wait until all have signed.',
      )
    if (code === '42501') throw forbidden('Your roles or the walls do not let you change this.')
    throw error
  }
}
