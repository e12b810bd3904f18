import { bookings, meetingOf } from '../../booking/domain/bookings.ts'
import { fromTo, howInWords, reachService } from '../../inviting/domain/wording.ts'
import { isAfter, isOnOrAfter, longDate } from '../../kernel/dates.ts'
import { councilName, serviceSetting } from '../../messages/settings.ts'
import { officerRequests } from '../../officers/registers/officerRequests.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, formOf } from '../../platform/web/forms/form.ts'
import { numberField } from '../../platform/web/forms/texts.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { languages, madeByInWords } from '../../recording/domain/languages.ts'
import { decisionsToldTo } from '../../recording/domain/toldDecisions.ts'
import { documentView } from '../../documents/write/html/html.ts'
import type { Settings } from '../../settings/settings.ts'
import { recordsOf } from '../../world/world.ts'
import type { ClosedPage, OwnPage } from '../app/childPage.ts'
import { officerOfChild } from '../domain/officerOfChild.ts'
import { isOpen, wishesOf } from '../domain/wishes.ts'
import { childPageSetting } from '../settings.ts'

/** The day and month by which a child shows who they are. */
export const birthdayForm = formOf({
  day: numberField('Type the day as a number, like 7', { isWhole: true }),
  month: numberField('Type the month as a number, like 11', { isWhole: true }),
})

/** What is wrong where the birthday is another one. */
export const wrongBirthday = () =>
  faultsOf([{ code: 'wrong' as const }], { wrong: 'day' as const }, () => 'That does not open this page. Try again, or ask someone you trust') // prettier-ignore

const frame = ({ authority }: Pick<ClosedPage, 'authority'>, settings: Settings) => ({
  isForChild: true,
  serviceName: `${serviceSetting.of(settings).name}, ${councilName(settings, authority)}`,
  footerFor: authority.code,
  leave: childPageSetting.of(settings).leaveTo,
})

/** The page as the link alone opens it: it says nothing of any child. */
export const closedPage = (
  closed: ClosedPage,
  settings: Settings,
  where: { action: string; csrfToken: string; faults: readonly FaultIn<typeof birthdayForm>[] },
) => ({
  ...frame(closed, settings),
  title: 'This page is just for you',
  action: where.action,
  csrfToken: where.csrfToken,
  ...birthdayForm.shown(birthdayForm.first(), where.faults),
})

const outcomeWords = { DONE: 'We did it', PLANNED: 'We will do it', NOT_POSSIBLE: 'We can’t do it' } as const

/** A child's own page: few words, those of the child first. */
export function ownPage({ world, child, authority, aboutMe, photo, letters }: OwnPage) {
  const { settings, asAt } = world
  const service = serviceSetting.of(settings)
  const own = childPageSetting.of(settings)
  const officer = officerOfChild(world, child)
  const next = bookings(world)
    .ofChild(child)
    .filter(({ review }) => review.status === 'PLANNED')
    .flatMap((booking) => meetingOf(booking, asAt) ?? [])
    .find(({ on, isCancelled }) => !isCancelled && isOnOrAfter(on, asAt))
  const choice = choicesOf(world, child)
  const nameOf = (ref: string) =>
    contactsOf(recordsOf(world, contacts), child).find(({ contactRef }) => contactRef === ref)?.name ?? ''
  const ways = reachService(service)
  return {
    ...frame({ authority }, settings),
    title: 'My page',
    iro: officer && {
      name: officer.name,
      photo: photo && { src: `data:${photo.type};base64,${photo.base64}`, alt: photo.alt || officer.name },
      parts: (aboutMe?.content.parts ?? []).flatMap(({ fields }) => fields.map(({ label, text }) => ({ label, text }))),
    },
    next: next
      ? [
          { key: 'When', value: fromTo(next.on, next.startsAt, next.endsAt) },
          { key: 'Where', value: next.place ?? 'We do not know yet' },
          { key: 'How we meet', value: next.format === null ? 'We do not know yet' : howInWords(next.format) },
        ]
      : [],
    why: next?.whyNotAsChosen ?? null,
    how: choice
      ? [
          { key: 'Where', value: choice.where },
          { key: 'When', value: choice.when },
          { key: 'How', value: choice.format && formats[choice.format] },
          { key: 'Who should come', value: choice.whoToCome },
          { key: 'Who should not come', value: [...choice.contactsNotToCome.map(nameOf), choice.whoNotToCome ?? ''].filter(Boolean).join(', ') }, // prettier-ignore
          { key: 'Also', value: choice.anythingElse },
        ].flatMap(({ key, value }) => (value ? [{ key, value }] : []))
      : [],
    wishes: wishesOf(world, child).map((wish) => ({
      said: longDate(wish.saidOn),
      words: wish.words,
      outcome: wish.outcome === null ? null : outcomeWords[wish.outcome],
      answer: isOpen(wish) ? 'We are still thinking about it. Your IRO will tell you.' : (wish.answer ?? ''),
    })),
    // A no to another IRO is told here, with its reason.
    requests: recordsOf(world, officerRequests)
      .filter((request) => request.child === child && request.askedBy === 'CHILD' && !isAfter(request.on, asAt))
      .map(({ on, decision, decisionReason }) => ({
        said: longDate(on),
        answer:
          decision === null
            ? 'We are still thinking about it.'
            : decision === 'AGREED'
              ? 'Yes, you get another IRO.'
              : `No. ${decisionReason ?? ''}`,
      })),
    decided: decidedOf(world, child),
    letters: letters.map(({ heldOn, letter, easyRead, translation }) => ({
      of: longDate(heldOn),
      letter: letter && documentView({ sections: letter }).sections,
      easyRead: easyRead && documentView({ sections: easyRead }).sections,
      translation: translation && {
        code: translation.language,
        ...languages[translation.language],
        madeBy: madeByInWords[translation.madeBy],
        sections: documentView(translation).sections,
      },
    })),
    complain: lines(own.complain || (ways === null ? 'Tell your IRO, your social worker or someone you trust that you are not happy. They must help you.' : `You can complain. It will not get you into trouble. You can ${ways}`)), // prettier-ignore
    advocate: lines(own.advocate || 'An advocate helps you to say what you want. It is free. Ask your IRO, your social worker or your carer for one: they must help you to get one.'), // prettier-ignore
  }
}

/** What was decided last, each with whether it is done. */
function decidedOf(world: OwnPage['world'], child: string) {
  const told = decisionsToldTo(world, child)
  return (
    told && {
      of: longDate(told.heldOn),
      decisions: told.decisions.map(({ words, isDone }) => ({
        words,
        state: isDone ? 'This is done.' : 'This is still to do.',
      })),
    }
  )
}

const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')
