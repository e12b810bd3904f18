import * as z from 'zod'

const profileSchema = z.object({
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  // Microsoft Entra's word for it, where the administrator has asked for the claim.
  xms_edov: z.union([z.boolean(), z.literal(0), z.literal(1), z.literal('0'), z.literal('1')]).optional(),
})

/** The email address that a provider vouches for, from what it says of someone; null where it gives or vouches for none. */
export function verifiedEmailIn(profile: unknown, trustsEmail: boolean): string | null {
  const read = profileSchema.safeParse(profile)
  if (!read.success) return null
  const { email, email_verified, xms_edov } = read.data
  // A provider that says the address is not verified is believed, whatever the installation trusts.
  const isVerified = email_verified ?? (xms_edov === undefined ? trustsEmail : Number(xms_edov) === 1)
  return email !== undefined && isVerified ? email : null
}
