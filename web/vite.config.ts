import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { appIcons } from './build/app-icons.ts'
import { SERVED, server } from './build/dev-proxy.ts'
import { portalPage } from './build/portal-page.ts'
import { serviceWorker } from './build/service-worker.ts'

const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest)$/

/**
 * Writes `.br` and `.gz` beside each text file, so that the server compresses nothing while it serves. After the
 * files are written: other plugins still change them before.
 */
function precompress(): Plugin {
  return {
    name: 'wellkeep-precompress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      for (const fileName of Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name))) {
        const path = join(dir!, fileName)
        const source = await readFile(path)
        if (source.length < 1024) continue
        const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
        await writeFile(`${path}.br`, brotliCompressSync(source, brotli))
        await writeFile(`${path}.gz`, gzipSync(source, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), appIcons(), serviceWorker(), portalPage(), precompress()],
  // One entry instead of thousands of icon modules while developing.
  resolve: { alias: { '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // `data:` fonts and scripts are not in the content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        portal: join(import.meta.dirname, 'portal.html'),
        first: join(import.meta.dirname, 'portal', 'start', 'first.ts'),
        early: join(import.meta.dirname, 'portal', 'start', 'early.ts'),
      },
      output: {
        codeSplitting: {
          groups: [
            // The start page's words and its code are a file each: on a slow line every file costs a journey.
            {
              name: 'words-en',
              test: /[\\/]i18n[\\/]en[\\/](portal|documents|forms|reader|signatures)\.ts$/,
              priority: 2,
            },
            {
              name: 'words-es',
              test: /[\\/]i18n[\\/]es[\\/](common|portal|documents|forms|reader|signatures)\.ts$/,
              priority: 2,
            },
            { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            // What the first script shares with the rest, so that it brings nothing else along.
            { name: 'both', test: /[\\/](routing[\\/]new-version|ui[\\/]when-loaded)\.ts$/, priority: 4 },
            { name: 'start', test: /[\\/]portal[\\/]start[\\/]start\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { [SERVED]: { target: server(process.env), secure: false, changeOrigin: true } },
  },
})
