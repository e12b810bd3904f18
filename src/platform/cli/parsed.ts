import * as z from 'zod'

/** A text of the command line that `parse` makes a value of; where it gives null, `message` says what is wanted. */
export const parsedBy = <T>(parse: (text: string) => T | null, message: string) =>
  z.string().transform((text, context) => {
    const value = parse(text)
    if (value === null) context.addIssue({ code: 'custom', message: `${message}, not ${text}` })
    return value ?? z.NEVER
  })

/** `parse`, with null for what it throws at. */
export const orNull =
  <T>(parse: (text: string) => T) =>
  (text: string): T | null => {
    try {
      return parse(text)
    } catch {
      return null
    }
  }
