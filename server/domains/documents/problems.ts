import { conflict, forbidden, invalid } from '../../platform/http/problem.ts'

/** Answers what the database refuses about folders and documents as what it means to a person. */
export async function saidPlainly<T>(work: Promise<T>, field = 'name'): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && /_name$/.test(constraint ?? ''))
      throw conflict(
        'name-taken',
        'There is one of that name here already',
        'Choose another name, or add a version to what is there.',
      )
    if (code === 'WKD01') throw invalid([{ field: 'parentId', message: 'lies in this folder itself' }])
    if (code === 'WKD02') throw invalid([{ field: 'parentId', message: 'is nested too deep' }])
    if (code === 'WKD03')
      throw conflict(
        'other-kind',
        'A folder stays private or shared',
        'Move its documents one by one instead.',
      )
    if (code === 'WKD04')
      throw conflict(
        'not-publishable',
        'This version can’t be read here by everybody',
        'It is not read yet, was removed, or may hold health information.',
      )
    if (code === '23503' && constraint === 'folders_client')
      throw invalid([{ field: 'clientId', message: 'must name a client that you may see' }])
    if (code === '23503' && /^(folders_parent|documents_folder)/.test(constraint ?? ''))
      throw invalid([{ field, message: 'must name a folder that you may see' }])
    if (code === '42501') throw forbidden('Your roles or the walls do not let you change this.')
    throw error
  }
}
