import { expect, it } from 'vitest'
import { addressAllowed, certificateName, isLoopback, resolveServer } from './server-address.ts'

it('refuses what is no mail server’s address, and allows internal ones', () => {
  for (const bad of [
    '169.254.169.254',
    '169.254.0.1',
    '0.0.0.0',
    '0.1.2.3',
    '224.0.0.1',
    '255.255.255.255',
    '100.100.100.200',
    '168.63.129.16',
    'fe80::1',
    'ff02::1',
    '::',
    'fd00:ec2::254',
    '::ffff:169.254.169.254',
    'not an address',
    '',
  ])
    expect(addressAllowed(bad), bad).toBe(false)
  for (const good of [
    '127.0.0.1',
    '10.0.0.5',
    '192.168.1.9',
    '203.0.113.7',
    '::1',
    'fd12:3456::1',
    '2001:db8::25',
    '::ffff:10.0.0.1',
  ])
    expect(addressAllowed(good), good).toBe(true)
})
it('knows loopback', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true)
  expect(['10.0.0.1', '::2', '128.0.0.1'].some(isLoopback)).toBe(false)
})
it('goes without TLS to this machine alone', async () => {
  expect(await resolveServer('127.0.0.1', 'none')).toBe('127.0.0.1')
  await expect(resolveServer('203.0.113.7', 'none')).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  expect(await resolveServer('203.0.113.7', 'tls')).toBe('203.0.113.7')
  await expect(resolveServer('169.254.169.254', 'tls')).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
})

it('asks for a certificate by name, and never by an address', () => {
  expect(certificateName('mail.clinic.example')).toEqual({ servername: 'mail.clinic.example' })
  for (const address of ['10.0.0.5', '::1']) expect(certificateName(address)).toEqual({})
})
