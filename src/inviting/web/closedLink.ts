import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Failures } from '../../access/web/failures.ts'
import { councilName, serviceSetting } from '../../messages/settings.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { numberField } from '../../platform/web/forms/texts.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { PrivateLink } from '../app/privateLinks.ts'
import type { Birthday, ClosedLink, ReadByLink } from '../app/readByLink.ts'
import { type OfToken, holdBack, open as openToAll } from './publicPages.ts'

/** What stands on a page before the birthday opens it, as its room describes it: nothing of a child. */
export interface ClosedPages {
  /** As its addresses begin: `answer-challenge`. */
  path: string
  closedTitle: string
  /** One that fills the blocks of `replyClosed.njk`, with all that it shows; left out where the page says nothing else. */
  closed?: { template: string; page: (link: PrivateLink, sent: unknown) => object }
}

export interface ClosedLinkDeps<Shown> {
  byLink: Omit<ReadByLink<Shown>, 'give'>
  settings: SettingsReader
  /** Counts how often each link leads nowhere, or is tried with another birthday. */
  failures: Failures
}

const birthdayForm = formOf({
  day: numberField('Enter the day as a number, like 27', { isWhole: true }),
  month: numberField('Enter the month as a number, like 7', { isWhole: true }),
})

const WRONG = 'That does not open this page. This is not the child’s birthday, as we have it: check its day and month'

/**
 * What all pages behind a link do before anything is shown. What is about a child is shown with the birthday alone, which
 * each step sends again: no address and no cookie opens it.
 */
export function closedLinkPages<Shown>({ byLink, settings, failures }: ClosedLinkDeps<Shown>, pages: ClosedPages) {
  const pathOf = (token: string) => `/${pages.path}/${encodeURIComponent(token)}`

  const gone = (token: string): PageNotFound => {
    failures.note(token)
    return new PageNotFound()
  }

  async function frameOf({ authority }: ClosedLink, reply: FastifyReply, token: string) {
    const own = await settings(authority.code, null)
    return {
      serviceName: `${serviceSetting.of(own).name}, ${councilName(own, authority)}`,
      footerFor: authority.code,
      action: pathOf(token),
      csrfToken: reply.generateCsrf(),
    }
  }

  function birthdayIn(closed: ClosedLink, sent: unknown): Birthday | null {
    const { values } = birthdayForm.read(sent)
    if (!byLink.asksBirthday(closed) || values?.day == null || values.month === null) return null
    return { day: values.day, month: values.month }
  }

  return {
    door: { config: openToAll, onRequest: holdBack(failures) },
    gone,
    frameOf,

    closedOf: async ({ params: { token } }: FastifyRequest<OfToken>, reply: FastifyReply): Promise<ClosedLink> => {
      const closed = await byLink.find(token)
      if (!closed) throw gone(token)
      // A page with a form: a browser that tells nobody at all where it comes from could not send it.
      reply.header('referrer-policy', 'same-origin')
      return closed
    },

    /** Asks for the birthday. `sent`: what did not open the page; null at first. */
    askBirthday: async (closed: ClosedLink, reply: FastifyReply, token: string, sent: unknown) => {
      const { typed, values, faults } = birthdayForm.read(sent)
      const wrong = values === null ? faults : [{ field: 'day' as const, text: WRONG }]
      const page = {
        ...(await frameOf(closed, reply, token)),
        title: pages.closedTitle,
        ...birthdayForm.shown(typed, sent === null ? [] : wrong),
        ...pages.closed?.page(closed.link, sent),
      }
      const template = pages.closed?.template ?? 'inviting/web/replyClosed.njk'
      return reply.code(sent === null ? 200 : 400).view(template, page)
    },

    /** What the link opens with what was sent; null where that is no birthday, or another, which is noted. Throws `PageNotFound`. */
    opened: async (closed: ClosedLink, token: string, sent: unknown) => {
      const birthday = birthdayIn(closed, sent)
      if (birthday === null && byLink.asksBirthday(closed)) return null
      const shown = await byLink.open(closed, birthday)
      if (shown === null) throw gone(token)
      if (shown !== 'wrong') return { shown, birthday }
      failures.note(token)
      return null
    },
  }
}
