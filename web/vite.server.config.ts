import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What the server draws the portal's start page with: one file, with all that it needs in it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { alias: { '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs' } },
  ssr: { noExternal: true },
  // Else React comes twice, for developers too.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ssr: join(import.meta.dirname, 'portal', 'start', 'draw.tsx'),
    emptyOutDir: true,
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'draw.mjs' } },
  },
})
