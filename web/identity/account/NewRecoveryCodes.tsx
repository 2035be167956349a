import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { RecoveryCodes } from '../mfa/RecoveryCodes.tsx'
import { ProofModal } from './ProofModal.tsx'

/** Ten new recovery codes in place of the old ones. */
export function NewRecoveryCodes({ onDone }: { onDone: () => unknown }) {
  const [asking, setAsking] = useState(false)
  const [codes, setCodes] = useState<string[]>()
  const done = async () => {
    await onDone()
    setCodes(undefined)
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Make new recovery codes
      </Button>
      <ProofModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="New recovery codes"
        confirmLabel="Make new codes"
        enrolled
        onProven={async (body) => {
          setCodes((await ok(api.POST('/api/v1/mfa/recovery-codes', { body }))).recoveryCodes)
          setAsking(false)
        }}
      >
        The codes you have now stop working.
      </ProofModal>
      <Modal
        opened={codes !== undefined}
        onClose={() => setCodes(undefined)}
        title="New recovery codes"
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        {codes && <RecoveryCodes codes={codes} onDone={done} doneLabel="Done" />}
      </Modal>
    </>
  )
}
