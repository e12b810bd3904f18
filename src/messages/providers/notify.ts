import { type AxiosResponse, create, isAxiosError } from 'axios'
import { NotifyClient } from 'notifications-node-client'
import * as z from 'zod'
import type { NotifyConfiguration } from '../../platform/configuration.carriers.ts'
import type { StoredMessage } from '../app/ports.ts'
import type { Provider } from '../app/provider.ts'
import type { Found } from '../domain/answer.ts'
import { linesOf } from '../domain/channels.ts'
import { NOTIFY } from './names.ts'
import { UNKNOWN, FAULT, answerTo, deliveryOf } from './notifyAnswer.ts'

const TIMEOUT_MILLISECONDS = 30_000

/** Axios as the client's types know it: they are those of the package's other build. */
const httpClient = z.custom<Parameters<NotifyClient['setClient']>[0]>((value) => typeof value === 'function')

const taken = z.object({ id: z.string().min(1) })
const listed = z.object({
  notifications: z.array(z.object({ id: z.string().min(1), reference: z.string().nullish() })),
})
const known = z.object({ status: z.string() })

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
