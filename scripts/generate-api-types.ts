/**
 * Writes web/api/schema.gen.ts from the routes themselves: the web app's typed client is generated from the same
 * OpenAPI document that programs get. `--check` says whether the file is what the routes would make.
 */
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { allRoutes } from '../server/app.ts'
import { openApi } from '../server/platform/http/openapi.ts'
import type { Services } from '../server/platform/services.ts'

const file = new URL('../web/api/schema.gen.ts', import.meta.url)

/** Routes only close over their services; describing them calls none. */
const described = allRoutes({ log: {} } as Services)

const text = `// Generated from the API's routes by scripts/generate-api-types.ts; do not edit.\n${astToString(await openapiTS(openApi(described, '/')))}`

if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error('web/api/schema.gen.ts is not what the routes make: run npm run generate')
    process.exit(1)
  }
} else await writeFile(file, text)
