import type { FastifyReply, FastifyRequest } from 'fastify'

const EVERYWHERE = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
/** Answers of the API are never cached: they may hold PHI. */
const API = {
  ...EVERYWHERE,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}
/** No inline script anywhere; styles may be inline since the component library sets element styles at run time. */
const PAGES = {
  ...EVERYWHERE,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; worker-src 'self'; manifest-src 'self'",
}

/** Sent with every answer. Set on the reply, not on Node's response, which would then merge them one by one. */
export function securityHeaders(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers(request.raw.url?.startsWith('/api/') ? API : PAGES)
  done()
}
