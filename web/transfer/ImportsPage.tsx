import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { PageHeader } from '../ui/PageHeader.tsx'
import { importQuery } from './api.ts'
import { PastImports } from './PastImports.tsx'
import { Upload } from './Upload.tsx'

/** Bring in clients: upload a file here; its own page asks what the columns are, shows what would happen, and runs. */
export function ImportsPage() {
  const navigate = useNavigate()
  const cache = useQueryClient()
  return (
    <>
      <PageHeader
        title="Import"
        description="Bring in clients from a CSV file or from FHIR R4. You see what would happen before anything is stored, and the same file twice adds nothing twice."
      />
      <Upload
        onUploaded={(file) => {
          cache.setQueryData(importQuery(file.id).queryKey, file)
          void cache.invalidateQueries({ queryKey: ['imports', 'list'] })
          void navigate({ to: '/imports/$importId', params: { importId: file.id } })
        }}
      />
      <PastImports />
    </>
  )
}
