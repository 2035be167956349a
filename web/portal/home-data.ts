import { queryClient } from '../api/query-client.ts'
import { i18n } from '../i18n/i18n.ts'
import { announcementsQuery } from '../resources/queries.ts'
import { mineQuery } from '../signatures/queries.ts'
import { toReadQuery } from './documents/queries.ts'
import { openFormsQuery } from './forms/queries.ts'
import { HOME_WORDS } from './home-words.ts'
import { meQuery, requestsQuery, threadsQuery } from './queries.ts'

/**
 * All that the start page shows, asked for at once while its code is still on its way: the page then stands as it will be,
 * and nothing moves as one answer after the other comes in. What fails says so on the page itself.
 */
export const loadHome = (): Promise<unknown> =>
  Promise.allSettled([
    i18n.loadNamespaces(HOME_WORDS),
    queryClient.ensureQueryData(meQuery),
    queryClient.ensureQueryData(threadsQuery),
    queryClient.ensureQueryData(requestsQuery),
    queryClient.ensureQueryData(toReadQuery),
    queryClient.ensureQueryData(announcementsQuery),
    queryClient.ensureQueryData(openFormsQuery),
    queryClient.ensureQueryData(mineQuery('portal')),
  ])
