import { ClientRequest } from 'node:http'
import type { AxiosError, AxiosResponse } from 'axios'
import * as z from 'zod'
import type { Answer, Delivery } from '../domain/answer.ts'

const failure = z.object({ errors: z.array(z.object({ message: z.string() })) })

/** It may have taken the message. */
export const UNKNOWN: Answer = { code: 'unknown', why: 'GOV.UK Notify did not answer.' }
/** Why it took nothing, where the fault is its own. */
export const FAULT = 'GOV.UK Notify has a fault.'

/** What a failed request says: above all, whether the message may have been taken nevertheless. */
export function answerTo(error: AxiosError): Answer | { code: 'ask_first' } {
  const request: unknown = error.request
  const response: AxiosResponse<unknown> | undefined = error.response
  if (!response) {
    // What was not sent to its end can not have been understood.
    const isSent = !(request instanceof ClientRequest) || request.writableFinished
    return isSent ? UNKNOWN : { code: 'not_taken', why: 'GOV.UK Notify can not be reached.' }
  }
  const { status, data } = response
  if (status === 401 || status === 403) {
    return {
      code: 'not_taken',
      why: 'GOV.UK Notify does not let us in. The people who run Footprint must check the API key.',
    }
  }
  if (status === 408 || status === 429) return { code: 'not_taken', why: 'GOV.UK Notify is too busy.' }
  // A gateway that has lost sight of what it passed on; what is behind it may still be at work.
  if (status === 502 || status === 504) return UNKNOWN
  if (status >= 500) return { code: 'ask_first' }
  if (status < 400) return UNKNOWN
  return { code: 'refused', why: whyRefused(data) }
}

function whyRefused(data: unknown): string {
  const said = failure.safeParse(data)
  const words = said.success ? said.data.errors.map(({ message }) => message).join('; ') : ''
  if (words === '') return 'GOV.UK Notify does not take it, and does not say why.'
  const isAddress = /email_address|phone_number|address|recipient|postcode/i.test(words)
  return `GOV.UK Notify does not take it${isAddress ? ': something is wrong with the address' : ''}. It says: ${words}`
}

/** What its word for where a message stands means. Source: GOV.UK Notify's REST API documentation, "status descriptions". */
export function deliveryOf(status: string): Delivery {
  switch (status) {
    case 'delivered':
      return { code: 'arrived' }
    case 'permanent-failure':
      return { code: 'failed', why: 'It did not arrive: there is no such address, or it takes no messages.' }
    case 'temporary-failure':
      return { code: 'failed', why: 'It did not arrive: the inbox was full, or the telephone was off for days.' }
    case 'technical-failure':
      return { code: 'failed', why: 'It did not arrive: GOV.UK Notify had a fault.' }
    case 'validation-failed':
    case 'virus-scan-failed':
      return { code: 'failed', why: 'It was not printed: GOV.UK Notify could not use the letter.' }
    case 'cancelled':
      return { code: 'failed', why: 'It was cancelled at GOV.UK Notify.' }
    case 'received':
      return { code: 'end', why: 'Printed and put in the post.' }
    case 'sent':
      return { code: 'end', why: 'Sent to a network that does not say whether it arrived.' }
    default:
      return { code: 'on_its_way' }
  }
}
