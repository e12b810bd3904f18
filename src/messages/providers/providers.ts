import type { CarriersConfiguration } from '../../platform/configuration.carriers.ts'
import type { Provider, Providers } from '../app/provider.ts'
import { NOTIFY, SMTP } from './names.ts'

/**
 * Who carries what: GOV.UK Notify whatever it has a template for, a mail server the emails that Notify does not. What
 * speaks with them is loaded with the first message, not with the program.
 */
export function makeProviders({ notify, smtp }: CarriersConfiguration): Providers {
  const byNotify = notify && lazily(NOTIFY, true, async () => (await import('./notify.ts')).makeNotify(notify))
  const byMail = smtp && lazily(SMTP, false, async () => (await import('./smtp.ts')).makeSmtp(smtp))
  const email = notify?.templates.email ? byNotify : byMail
  return {
    ...(email && { EMAIL: email }),
    ...(byNotify && notify.templates.text && { TEXT: byNotify }),
    ...(byNotify && notify.templates.letter && { LETTER: byNotify }),
  }
}

function lazily(name: string, isAskable: boolean, load: () => Promise<Provider>): Provider {
  let loading: Promise<Provider> | null = null
  const provider = () => (loading ??= load())
  return {
    name,
    send: async (message, reference) => (await provider()).send(message, reference),
    asks: isAskable
      ? {
          find: async (message, reference) => (await provider()).asks?.find(message, reference) ?? { code: 'silent' },
          delivery: async (providerId) => (await provider()).asks?.delivery(providerId) ?? { code: 'silent' },
        }
      : null,
  }
}
