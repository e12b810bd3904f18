import { formOf } from '../../platform/web/forms/form.ts'
import { emailField, lineField } from '../../platform/web/forms/texts.ts'
import { REPLY_DAYS } from '../domain/replyWording.ts'

/** Whom to ask by a link: a name for the greeting, and an address; without one the link is shown to hand over. */
export const askForm = formOf({ name: lineField({ most: 120 }), email: emailField() })

/** A link that was made: its address, which is kept nowhere, and whether a message brings it. */
export interface LinkGiven {
  address: string
  isSent: boolean
}

/** The form that asks someone by a link, as `askByLink` of replyMacros.njk shows it. `given`: the link just made. */
export const askShown = (action: string, given: LinkGiven | null, sent: unknown = null) => {
  const read = sent === null ? null : askForm.read(sent)
  return {
    action,
    given,
    days: REPLY_DAYS,
    ...askForm.shown(read?.typed ?? askForm.first(), read?.faults ?? [], { before: 'ask-' }),
  }
}
