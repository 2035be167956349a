import { createTransport } from 'nodemailer'

/** Hands a mail over as another mail server would, byte for byte. Throws with `responseCode` when it is refused. */
export async function handOver(
  port: number,
  mail: { from: string; to: string | string[]; raw: string | Buffer },
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, tls: { rejectUnauthorized: false } })
  try {
    await transport.sendMail({ envelope: { from: mail.from, to: mail.to }, raw: mail.raw })
  } finally {
    transport.close()
  }
}

/** The code with which a mail is refused; undefined when it is taken. */
export const refusal = (port: number, mail: Parameters<typeof handOver>[1]): Promise<number | undefined> =>
  handOver(port, mail).then(
    () => undefined,
    (error: { responseCode?: number }) => error.responseCode ?? -1,
  )
