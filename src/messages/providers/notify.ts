import { ClientRequest } from 'node:http'
import { type AxiosError, type AxiosResponse, create, isAxiosError } from 'axios'
import { NotifyClient } from 'notifications-node-client'
import * as z from 'zod'
import type { NotifyConfiguration } from '../../platform/configuration.carriers.ts'
import type { Provider, StoredMessage } from '../app/ports.ts'
import type { Answer, Delivery, Found } from '../domain/answer.ts'
import { linesOf } from '../domain/channels.ts'
import { NOTIFY } from './names.ts'

const TIMEOUT_MILLISECONDS = 30_000

/** Axios as the client's types know it: they are those of the package's other build. */
const httpClient = z.custom<Parameters<NotifyClient['setClient']>[0]>((value) => typeof value === 'function')

const taken = z.object({ id: z.string().min(1) })
const listed = z.object({
  notifications: z.array(z.object({ id: z.string().min(1), reference: z.string().nullish() })),
})
const known = z.object({ status: z.string() })
const failure = z.object({ errors: z.array(z.object({ message: z.string() })) })

/**
 * GOV.UK Notify as a provider: one template for each channel, with our subject and text in its gaps. It knows each
 * message by our reference, so that what may have gone can be asked for.
 */
export function makeNotify(
  { apiKey, url, templates }: NotifyConfiguration,
  timeoutMilliseconds = TIMEOUT_MILLISECONDS,
): Provider {
  const client = url === null ? new NotifyClient(apiKey) : new NotifyClient(url, apiKey)
  // A redirect would send a message to somebody else, and would hide how far the request has come.
  client.setClient(httpClient.parse(create({ timeout: timeoutMilliseconds, maxRedirects: 0 })))

  async function find(_message: StoredMessage, reference: string): Promise<Found> {
    try {
      const { data } = await client.getNotifications(undefined, undefined, reference)
      const found = listed.parse(data).notifications.find((one) => one.reference === reference)
      return found ? { code: 'found', providerId: found.id } : { code: 'absent' }
    } catch {
      return { code: 'silent' }
    }
  }

  function handOver(message: StoredMessage, reference: string): Promise<AxiosResponse<unknown>> {
    const { channel, address, subject, body } = message
    const options = { reference, personalisation: { subject, body } }
    switch (channel) {
      case 'EMAIL':
        return client.sendEmail(templates.email ?? '', address, options)
      case 'TEXT':
        return client.sendSms(templates.text ?? '', address, options)
      case 'LETTER': {
        const lines = linesOf(address).map((line, index) => [`address_line_${index + 1}`, line] as const)
        const personalisation = { ...options.personalisation, ...Object.fromEntries(lines) }
        return client.sendLetter(templates.letter ?? '', { reference, personalisation })
      }
    }
  }

  return {
    name: NOTIFY,
    send: async (message, reference) => {
      try {
        const { data } = await handOver(message, reference)
        const answer = taken.safeParse(data)
        if (answer.success) return { code: 'taken', providerId: answer.data.id }
        return { code: 'unknown', why: 'GOV.UK Notify answered with something else than the message’s id.' }
      } catch (error) {
        const answer = isAxiosError(error) ? answerTo(error) : UNKNOWN
        if (answer.code !== 'ask_first') return answer
        const found = await find(message, reference)
        if (found.code === 'found') return { code: 'taken', providerId: found.providerId }
        return found.code === 'absent' ? { code: 'not_taken', why: FAULT } : { code: 'unknown', why: FAULT }
      }
    },
    asks: {
      find,
      delivery: async (providerId) => {
        try {
          const { data } = await client.getNotificationById(providerId)
          return deliveryOf(known.parse(data).status)
        } catch (error) {
          // It keeps what it knows for seven days.
          return isAxiosError(error) && error.response?.status === 404 ? { code: 'end', why: null } : { code: 'silent' }
        }
      },
    },
  }
}

const UNKNOWN: Answer = { code: 'unknown', why: 'GOV.UK Notify did not answer.' }
const FAULT = 'GOV.UK Notify has a fault.'

/** What a failed request says: above all, whether the message may have been taken nevertheless. */
function answerTo(error: AxiosError): Answer | { code: 'ask_first' } {
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
      why: 'GOV.UK Notify does not let us in. Whoever runs Footprint must check the API key.',
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
function deliveryOf(status: string): Delivery {
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
