import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { Item } from '../../api/types.ts'
import type { BodyOf } from '../../api/use-save.ts'

export type Rule = Item<'/api/v1/ticket-rules'>
export type RuleBody = BodyOf<'/api/v1/ticket-rules', 'post'>
export type Happening = Rule['on']
export type ConditionKey = keyof Rule['conditions']
export type ActionKey = Exclude<keyof Rule['actions'], 'kind'>

export const rulesQuery = queryOptions({
  queryKey: ['desk', 'rules'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/ticket-rules', { signal })),
})
