import { conflict, invalid } from '../../../platform/http/problem.ts'

/** Answers a broken unique or foreign key as what it means to a person. */
export async function unique<T>(field: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '23505') throw invalid([{ field, message: 'is taken already' }])
    if (code === '23503') throw conflict('in-use', 'Something still refers to it')
    throw error
  }
}
