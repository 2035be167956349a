export * from './answers.ts'
export * from './conditions.ts'
export * from './definition.ts'
export * from './types.ts'
