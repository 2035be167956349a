import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { doorRoute, insideRoute } from '../routing/parents.ts'
import { END_REASONS, type EndReason } from '../session/leave.ts'

const setup = createRoute({
  getParentRoute: () => doorRoute,
  path: '/setup',
  staticData: { title: 'Set up' },
  component: lazyRouteComponent(() => import('./setup/SetupPage.tsx'), 'SetupPage'),
})

const signIn = createRoute({
  getParentRoute: () => doorRoute,
  path: '/sign-in',
  staticData: { title: 'Sign in' },
  validateSearch: (search: Record<string, unknown>): { ended?: EndReason; next?: string } => ({
    ...(END_REASONS.includes(search.ended as EndReason) && { ended: search.ended as EndReason }),
    ...(typeof search.next === 'string' && { next: search.next }),
  }),
  component: lazyRouteComponent(() => import('./sign-in/SignInPage.tsx'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => doorRoute,
  path: '/invite',
  staticData: { title: 'Invitation' },
  component: lazyRouteComponent(() => import('./invitation/InvitationPage.tsx'), 'InvitationPage'),
})

const users = createRoute({
  getParentRoute: () => insideRoute,
  path: '/users',
  staticData: { title: 'Users', needs: 'users:read' },
  component: lazyRouteComponent(() => import('./users/UsersPage.tsx'), 'UsersPage'),
})

const invite = createRoute({
  getParentRoute: () => insideRoute,
  path: '/users/invite',
  staticData: { title: 'Invite a user', needs: 'users:manage' },
  component: lazyRouteComponent(() => import('./users/UsersPage.tsx'), 'UsersPage'),
})

const user = createRoute({
  getParentRoute: () => insideRoute,
  path: '/users/$userId',
  staticData: { title: 'User', needs: 'users:read' },
  component: lazyRouteComponent(() => import('./users/UserPage.tsx'), 'UserPage'),
})

const account = createRoute({
  getParentRoute: () => insideRoute,
  path: '/account',
  staticData: { title: 'Your account' },
  component: lazyRouteComponent(() => import('./account/AccountPage.tsx'), 'AccountPage'),
})

const sessions = createRoute({
  getParentRoute: () => insideRoute,
  path: '/account/sessions',
  staticData: { title: 'Your sessions' },
  component: lazyRouteComponent(() => import('./account/SessionsPage.tsx'), 'SessionsPage'),
})

const tokens = createRoute({
  getParentRoute: () => insideRoute,
  path: '/tokens',
  staticData: { title: 'Service tokens', needs: 'tokens:manage' },
  component: lazyRouteComponent(() => import('./tokens/TokensPage.tsx'), 'TokensPage'),
})

const settings = createRoute({
  getParentRoute: () => insideRoute,
  path: '/settings',
  staticData: { title: 'Settings', needs: 'settings:read' },
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})

export const doorRoutes = [setup, signIn, invitation] as const
export const identityRoutes = [users, invite, user, account, sessions, tokens, settings] as const
