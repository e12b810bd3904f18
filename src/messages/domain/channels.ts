import type { MessageChannel } from '../../participation/registers/contacts.ts'
import { emailAddressIn, telephoneIn } from '../../kernel/addresses.ts'

/** Every channel there is. */
export const allChannels: readonly MessageChannel[] = ['EMAIL', 'TEXT', 'LETTER']

/** Whether this text, from a form, names a channel. */
export const isChannel = (text: string): text is MessageChannel => allChannels.some((channel) => channel === text)

/** What is wrong with an address; null where nothing is that we could see. */
export type AddressProblem = 'missing' | 'not_an_email' | 'not_a_number' | 'too_few_lines' | 'too_many_lines'

const LINES = { fewest: 3, most: 7 }

/**
 * What is wrong with the address for a channel. Only the provider knows whether it exists. Source for letters: GOV.UK
 * Notify takes addresses of three to seven lines, the last with the postcode.
 */
export function addressProblem(channel: MessageChannel, address: string): AddressProblem | null {
  if (address.trim() === '') return 'missing'
  switch (channel) {
    case 'EMAIL':
      return emailAddressIn(address) === null ? 'not_an_email' : null
    case 'TEXT':
      return telephoneIn(address) === null ? 'not_a_number' : null
    case 'LETTER': {
      const { length } = linesOf(address)
      if (length < LINES.fewest) return 'too_few_lines'
      return length > LINES.most ? 'too_many_lines' : null
    }
  }
}

/** The lines of a postal address that say something. */
export const linesOf = (address: string): string[] =>
  address
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** An address for a channel without what nobody can see; as it is where it is none. */
export function cleanAddress(channel: MessageChannel, address: string): string {
  if (channel === 'LETTER') return address
  return (channel === 'EMAIL' ? emailAddressIn(address) : telephoneIn(address)) ?? address
}
