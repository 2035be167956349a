import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { ensureCertificate } from '../../../platform/http/tls/index.ts'
import { freePort } from '../../../testing/free-port.ts'

export const IMAP_LOGIN = { user: 'desk', password: 'imap-password' }

const PLACES = [
  '/usr/sbin/dovecot',
  '/usr/bin/dovecot',
  '/usr/local/sbin/dovecot',
  '/opt/homebrew/sbin/dovecot',
]

/** Where Dovecot is, or why these tests are skipped. `npm test` installs it (scripts/lib/dovecot.mjs). */
export function dovecotHere(): { path: string } | { missing: string } {
  const path = [process.env.WELLKEEP_DOVECOT ?? '', ...PLACES].find((p) => {
    try {
      accessSync(p, constants.X_OK)
      return p !== ''
    } catch {
      return false
    }
  })
  if (!path) return { missing: 'Dovecot is not installed' }
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' })
  return version.startsWith('2.3.')
    ? { path }
    : { missing: `the tests' configuration is for Dovecot 2.3, not ${version.trim()}` }
}

const idOf = (flag: '-u' | '-g', name: string) =>
  Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))

/** Whom Dovecot's processes run as: its own accounts where we are root, else ourselves. */
function accounts() {
  const { uid, gid, username } = userInfo()
  if (uid !== 0) return { internal: username, group: String(gid), login: username, uid, gid }
  return {
    internal: 'dovecot',
    group: 'dovecot',
    login: 'dovenull',
    uid: idOf('-u', 'nobody'),
    gid: idOf('-g', 'nobody'),
  }
}

export interface Dovecot {
  port: number
  ca: string
  /** A client of somebody else's, to put mail in and to look. */
  client(): Promise<ImapFlow>
  /** Ends the server as a crash would, and starts it again on the same port and folder. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A real IMAP server on loopback, with TLS, in a folder of its own. */
export async function startDovecot(program: string): Promise<Dovecot> {
  const dir = await mkdtemp(join(tmpdir(), 'wk-imap-'))
  await chmod(dir, 0o755)
  const { internal, group, login, uid, gid } = accounts()
  const tls = await ensureCertificate(join(dir, 'tls'), { hosts: ['localhost'] })
  await writeFile(join(dir, 'cert.pem'), tls.cert)
  await writeFile(join(dir, 'key.pem'), tls.key, { mode: 0o600 })
  await mkdir(join(dir, 'mail'))
  await chown(join(dir, 'mail'), uid, gid)
  const port = await freePort()
  await writeFile(
    join(dir, 'dovecot.conf'),
    `base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${dir}/cert.pem
ssl_key = <${dir}/key.pem
mail_location = maildir:${dir}/mail/%u
default_internal_user = ${internal}
default_internal_group = ${group}
default_login_user = ${login}
first_valid_uid = 1
passdb {
  driver = static
  args = password=${IMAP_LOGIN.password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${dir}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
service anvil {
  chroot =
}
`,
  )
  let child: ChildProcess
  const start = async () => {
    child = spawn(program, ['-F', '-c', join(dir, 'dovecot.conf')], { stdio: 'ignore' })
    for (let tries = 0; !(await answers(port)); tries++) {
      if (tries > 600 || child.exitCode !== null)
        throw new Error(`Dovecot did not start:\n${await readFile(join(dir, 'log'), 'utf8').catch(() => '')}`)
      await wait(100)
    }
  }
  const end = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    if (child.exitCode === null && child.kill('SIGTERM')) await gone
  }
  await start()
  const ca = await readFile(tls.authorityPath!, 'utf8')
  return {
    port,
    ca,
    async client() {
      const client = new ImapFlow({
        host: '127.0.0.1',
        servername: 'localhost',
        port,
        secure: true,
        tls: { ca },
        auth: { user: IMAP_LOGIN.user, pass: IMAP_LOGIN.password },
        logger: false,
      })
      client.on('error', () => {})
      await client.connect()
      return client
    },
    async restart() {
      await end()
      await start()
    },
    async stop() {
      await end()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
