import { api, ok } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { Answer } from '../../api/types.ts'
import type { BodyOf } from '../../api/use-save.ts'

/** Whether this browser can make and show passkeys at all. */
export const passkeysWork = (): boolean => typeof globalThis.PublicKeyCredential === 'function'

type RegistrationBody = BodyOf<'/api/v1/me/passkeys', 'post'>['response']
type AssertionBody = BodyOf<'/api/v1/sign-in/passkey', 'post'>['response']
type Next = Answer<'/api/v1/sign-in/passkey', 'post'>

// The library comes with the first use.
const library = () => import('@simplewebauthn/browser')

/** The person changed their mind, or the device refused: said in words that fit. */
function notShown(error: unknown): unknown {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError')
    return problem('This device has a passkey for you already', 'Use it, or add one on another device.')
  if (name === 'NotAllowedError' || name === 'AbortError')
    return problem('No passkey was used', 'It was cancelled, or took too long. You can try again.')
  return error instanceof ApiProblem
    ? error
    : problem('This device could not use a passkey', 'Sign in another way, or use another device.')
}
const problem = (title: string, detail: string) =>
  new ApiProblem({ type: 'about:blank/passkey', title, detail, status: 422 })

async function made(options: unknown): Promise<RegistrationBody> {
  const { startRegistration } = await library()
  return (await startRegistration({ optionsJSON: options as never }).catch((error: unknown) => {
    throw notShown(error)
  })) as unknown as RegistrationBody
}

async function shown(options: unknown): Promise<AssertionBody> {
  const { startAuthentication } = await library()
  return (await startAuthentication({ optionsJSON: options as never }).catch((error: unknown) => {
    throw notShown(error)
  })) as unknown as AssertionBody
}

/** Signs in with a passkey alone. */
export async function signInWithPasskey(): Promise<Next> {
  const { options } = await ok(api.POST('/api/v1/sign-in/passkey/options', { body: {} }))
  const response = await shown(options)
  return ok(api.POST('/api/v1/sign-in/passkey', { body: { response } }))
}

/** Shows a passkey as the second factor. */
export async function passkeyAsSecondFactor(remember: boolean): Promise<Next> {
  const { options } = await ok(api.POST('/api/v1/sign-in/second-factor/passkey/options', { body: {} }))
  const response = await shown(options)
  return ok(api.POST('/api/v1/sign-in/second-factor/passkey', { body: { response, remember } }))
}

/** Makes a passkey on the way in; answers the recovery codes that come with it, once. */
export async function enrolPasskey(name: string, remember: boolean): Promise<string[]> {
  const { options } = await ok(api.POST('/api/v1/mfa/passkey/options', { body: {} }))
  const response = await made(options)
  return (await ok(api.POST('/api/v1/mfa/passkey', { body: { name, response, remember } }))).recoveryCodes
}

/** Makes a passkey for the account that is signed in, after its owner has shown who they are. */
export async function addPasskey(
  proof: BodyOf<'/api/v1/me/passkeys/options', 'post'>,
  name: string,
): Promise<void> {
  const { options } = await ok(api.POST('/api/v1/me/passkeys/options', { body: proof }))
  const response = await made(options)
  await ok(api.POST('/api/v1/me/passkeys', { body: { name, response } }))
}

/** Shows a passkey to confirm what one does in one's own name; for the request that does it. */
export async function confirmWithPasskey(): Promise<AssertionBody> {
  const { options } = await ok(api.POST('/api/v1/me/confirm/passkey/options', { body: {} }))
  return shown(options)
}
