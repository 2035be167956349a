import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { PageHeader } from '../ui/PageHeader.tsx'
import type { Import } from './api.ts'
import { Mapping } from './Mapping.tsx'
import { PastImports } from './PastImports.tsx'
import { Running } from './Running.tsx'
import { Upload } from './Upload.tsx'

/** Bring in clients: upload, say what the columns are, see what would happen, run. */
export function ImportPage() {
  const [current, setCurrent] = useState<Import>()
  return (
    <>
      <PageHeader
        title="Import"
        description="CSV from a spreadsheet or another system, or FHIR R4 (a Bundle or NDJSON). Importing the same file again adds nothing twice."
        actions={
          current && (
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={17} />}
              onClick={() => setCurrent(undefined)}
            >
              All imports
            </Button>
          )
        }
      />
      {!current && (
        <>
          <Upload onUploaded={setCurrent} />
          <PastImports onOpen={setCurrent} />
        </>
      )}
      {current?.status === 'uploaded' && (
        <Mapping file={current} onStarted={(next) => setCurrent({ ...current, ...next })} />
      )}
      {current && current.status !== 'uploaded' && <Running id={current.id} />}
    </>
  )
}
