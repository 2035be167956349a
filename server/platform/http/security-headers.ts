import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Sent with every answer. No inline script anywhere; styles may be inline since the component library sets
 * element styles at run time. Answers of the API are never cached: they may hold PHI.
 */
export function securityHeaders(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.raw.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains')
  reply.raw.setHeader('x-content-type-options', 'nosniff')
  reply.raw.setHeader('referrer-policy', 'no-referrer')
  reply.raw.setHeader('cross-origin-opener-policy', 'same-origin')
  reply.raw.setHeader('cross-origin-resource-policy', 'same-origin')
  if (request.raw.url?.startsWith('/api/')) {
    reply.raw.setHeader('cache-control', 'no-store')
    reply.raw.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  } else {
    reply.raw.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    reply.raw.setHeader('x-frame-options', 'DENY')
    reply.raw.setHeader(
      'content-security-policy',
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; worker-src 'self'; manifest-src 'self'",
    )
  }
  done()
}
