import { z } from 'zod'

/** Control characters and lone surrogates: no name holds them, and PostgreSQL stores no NUL. */
const NOT_TEXT = /[\p{Cc}\p{Cs}]/u
const printable = (text: string) => !NOT_TEXT.test(text)
const message = 'must not hold control characters'

/** One line that people type. */
export const line = (max: number) => z.string().trim().min(1).max(max).refine(printable, message)

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address')
  .refine(printable, message)

/** The address given at sign-in: anything that can be looked up, so that nothing is told by its form. */
export const SignInEmail = z.string().trim().toLowerCase().max(254).refine(printable, message)

export const Name = line(200)

/** What is taken as a password at all; what makes a good one is the organization's policy. */
export const Password = z.string().min(1).max(1024)

export const Code = z.string().regex(/^\d{6}$/, 'must be six digits')
export const Ids = z.array(z.uuid()).max(50)
export const Named = z.object({ id: z.string(), name: z.string() })
export const UserId = z.object({ id: z.uuid() })
export const Search = z.string().max(100).refine(printable, message)
