/** What `npm run dev` passes on to the server: not all of /api, since the web app's own modules lie in a folder of that name. */
export const SERVED = '^/api/(v1/|docs$|openapi\\.json$)'

/** Where the server is meanwhile; a port that only the configuration file names is not known here. */
export const server = (env: Record<string, string | undefined>): string =>
  `https://localhost:${env.WELLKEEP_PORT || 8443}`
