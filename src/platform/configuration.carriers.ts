import * as z from 'zod'
import { emailAddressIn } from '../kernel/addresses.ts'
import { Refusal } from './refusal.ts'

/** Through whom messages are sent; a channel that nobody carries stays closed. */
export interface CarriersConfiguration {
  /** GOV.UK Notify; null where it is not set up. */
  notify: NotifyConfiguration | null
  /** A mail server; null where none is named. */
  smtp: SmtpConfiguration | null
}

/** GOV.UK Notify, with one template for each channel that it carries. */
export interface NotifyConfiguration {
  apiKey: string
  /** Null for GOV.UK Notify's own address. */
  url: string | null
  templates: { email: string | null; text: string | null; letter: string | null }
}

/** A mail server. */
export interface SmtpConfiguration {
  host: string
  port: number
  /** Whether the connection is encrypted from its first byte (`smtps:`). */
  isSecure: boolean
  /** Whether nothing is sent where the server does not offer encryption. */
  requiresTls: boolean
  credentials: { user: string; password: string } | null
  /** The sender's address, with a name where wanted: `Reviewing Service <irs@example.gov.uk>`. */
  from: string
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const template = z.string().regex(new RegExp(`^${uuid}$`, 'i'), 'must be a template ID as GOV.UK Notify shows it')

/** One email address, or a name with it in angle brackets. */
function isSender(text: string): boolean {
  const [, address = text] = /^[^<>\r\n]*<([^<>]+)>$/.exec(text) ?? []
  return emailAddressIn(address) === address
}

/** The variables of the environment that are about who carries what is sent. */
export const carriersVariables = {
  FOOTPRINT_NOTIFY_API_KEY: z
    .string()
    .regex(new RegExp(`^.*-${uuid}-${uuid}$`, 'i'), 'must be an API key as GOV.UK Notify shows it once')
    .optional(),
  FOOTPRINT_NOTIFY_EMAIL_TEMPLATE: template.optional(),
  FOOTPRINT_NOTIFY_TEXT_TEMPLATE: template.optional(),
  FOOTPRINT_NOTIFY_LETTER_TEMPLATE: template.optional(),
  FOOTPRINT_NOTIFY_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://api.example' })
    .optional(),
  FOOTPRINT_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@mail.example:587' })
    .optional(),
  FOOTPRINT_SMTP_FROM: z.string().refine(isSender, 'must be an email address').optional(),
}

type Read = z.infer<z.ZodObject<typeof carriersVariables>>

/** Who carries messages by these variables. Throws `Refusal` for half of a provider, or for one that sends in the clear. */
export function carriersIn(read: Read, isProduction: boolean): CarriersConfiguration {
  return { notify: notifyIn(read, isProduction), smtp: smtpIn(read, isProduction) }
}

function notifyIn(read: Read, isProduction: boolean): NotifyConfiguration | null {
  const templates = {
    email: read.FOOTPRINT_NOTIFY_EMAIL_TEMPLATE ?? null,
    text: read.FOOTPRINT_NOTIFY_TEXT_TEMPLATE ?? null,
    letter: read.FOOTPRINT_NOTIFY_LETTER_TEMPLATE ?? null,
  }
  const hasTemplate = Object.values(templates).some((id) => id !== null)
  const { FOOTPRINT_NOTIFY_API_KEY: apiKey, FOOTPRINT_NOTIFY_URL: url } = read
  if (apiKey === undefined) {
    if (!hasTemplate && url === undefined) return null
    throw new Refusal('To send messages by GOV.UK Notify, set FOOTPRINT_NOTIFY_API_KEY too.')
  }
  if (!hasTemplate) {
    throw new Refusal(
      'To send messages by GOV.UK Notify, set at least one of FOOTPRINT_NOTIFY_EMAIL_TEMPLATE, FOOTPRINT_NOTIFY_TEXT_TEMPLATE and FOOTPRINT_NOTIFY_LETTER_TEMPLATE too.',
    )
  }
  if (url !== undefined && isProduction && !url.startsWith('https:') && !isLoopback(new URL(url).hostname)) {
    throw new Refusal('FOOTPRINT_NOTIFY_URL must begin with https: messages must not travel in the clear.')
  }
  return { apiKey, url: url?.replace(/\/+$/, '') ?? null, templates }
}

function smtpIn(read: Read, isProduction: boolean): SmtpConfiguration | null {
  const { FOOTPRINT_SMTP_URL: address, FOOTPRINT_SMTP_FROM: from } = read
  if (address === undefined && from === undefined) return null
  if (address === undefined || from === undefined) {
    const missing = address === undefined ? 'FOOTPRINT_SMTP_URL' : 'FOOTPRINT_SMTP_FROM'
    throw new Refusal(`To send messages by a mail server, set ${missing} too.`)
  }
  const { protocol, hostname, port, username, password } = new URL(address)
  const isSecure = protocol === 'smtps:'
  return {
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    isSecure,
    requiresTls: !isSecure && isProduction && !isLoopback(hostname),
    credentials:
      username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
    from,
  }
}

const isLoopback = (hostname: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
