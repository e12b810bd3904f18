import { createHash } from 'node:crypto'
import type { AccessLog } from '../../access/app/ports.ts'
import { PRIVATE_LINK_ID } from '../../access/domain/actor.ts'
import { bookingNamed, meetingOf } from '../../booking/domain/bookings.ts'
import type { DocumentStore, Draft } from '../../documents/app/ports.ts'
import type { PictureSet } from '../../documents/pictures.ts'
import type { FactsNow, OtherSubjects } from '../../inviting/app/ports.ts'
import type { PrivateLink, PrivateLinks } from '../../inviting/app/privateLinks.ts'
import { type Instant, type PlainDate, compareDates, isAfter } from '../../kernel/dates.ts'
import { councilName, serviceSetting } from '../../messages/settings.ts'
import type { ServiceToReach } from '../../messages/settings.ts'
import { isCurrent } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { type Authority, authorityNamed } from '../../platform/authorities.ts'
import type { InOneTransaction } from '../../platform/unitOfWork.ts'
import { type Rows, holdRows, keeping } from '../../registers/app/changeByHand.ts'
import type { RegisterStore, RowToKeep } from '../../registers/app/ports.ts'
import { ownPictureKind, ownPictures } from '../../recording/domain/ownPictures.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import { type ReaderChosen, answerKind, answerParts, answerRef, isReaderChosen } from '../domain/answerDocument.ts'
import { type Answers, type ConsultationForm, LONGEST_ANSWER, answered } from '../domain/form.ts'
import { partyOf } from '../domain/parties.ts'
import { type Party, consultations } from '../registers/consultations.ts'
import { wishes } from '../registers/wishes.ts'
import { consultationForm, formNamed } from '../formsInUse.ts'
import { childPageSetting } from '../settings.ts'
import { CONSULTATION } from './links.ts'

/** A form as the person who holds the link sees it. It names no child. */
export interface OpenForm {
  authority: Authority
  form: ConsultationForm
  party: Party
  /** The day of the review; null where none is booked. */
  on: PlainDate | null
  service: ServiceToReach
  /** The council’s name, as it signs. */
  council: string
  leaveTo: string
  /** The authority’s own pictures. */
  pictures: PictureSet
  /** Where the answers belong. `isChild`: the review is of a child; else `child` is the reference of whose it is. */
  about: Pick<PrivateLink, 'contactRef'> & {
    child: string
    isChild: boolean
    /** Whom it concerns: only who may see all of them reads it. */
    children: readonly string[]
    reviewRef: string
    name: string
  }
}

/** What has been answered so far in one browser: by the code that it was given. */
export interface Saved {
  answers: Answers
  readers: ReaderChosen | null
  version: number | null
}

/**
 * Answering a form by its link. What was answered is shown only to someone who has the code that was given out when it was
 * begun: the link alone, forwarded or old, shows nothing of it.
 */
export interface Answering {
  /** The form that the link opens; null where it opens none, or its last day is over. */
  open: (token: string) => Promise<OpenForm | null>
  /** What was saved under this code; null where nothing was. */
  saved: (token: string, form: OpenForm, code: string) => Promise<Saved | null>
  /** Begins under a code, so that it can be come back to. */
  begin: (token: string, form: OpenForm, code: string) => Promise<void>
  /** Keeps one answer, in place; an empty one takes it back. Whatever else was saved meanwhile stays. */
  keep: (token: string, form: OpenForm, code: string, answer: { id: string; text: string }) => Promise<void>
  /** Sends what was answered. Gives false where nothing was. */
  send: (token: string, form: OpenForm, code: string) => Promise<boolean>
  /** Whether answers from this contact have arrived. */
  hasArrived: (form: OpenForm) => Promise<boolean>
}

export interface AnsweringDeps {
  links: Pick<PrivateLinks, 'find'>
  otherSubjects: OtherSubjects
  facts: FactsNow
  settings: SettingsReader
  documents: DocumentStore
  inOneTransaction: InOneTransaction
  store: Pick<RegisterStore, 'rowsForChange'>
  log: Pick<AccessLog, 'note'>
  today: () => PlainDate
  now: () => Instant
  newId: () => string
}

/** Under which name the choice of readers is saved beside the answers. */
export const READERS = 'readers'
/** How often a saving is tried again where the same browser saved twice at once. */
const TRIES = 5

export function makeAnswering(deps: AnsweringDeps): Answering {
  const { links, facts: factsOf, settings: settingsOf, documents, today, now, newId, otherSubjects } = deps

  const named = ({ about }: OpenForm) => ({ kind: answerKind.name, ref: answerRef(about.reviewRef, about.contactRef) })

  const draftOf = async (token: string, form: OpenForm, code: string): Promise<Draft | null> =>
    (await documents.drafts(form.authority.code, named(form))).find(
      ({ personId }) => personId === holder(token, code),
    ) ?? null

  async function save(
    token: string,
    form: OpenForm,
    code: string,
    change: (before: Answers) => Answers,
  ): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const draft = await draftOf(token, form, code)
      const version = await documents.saveDraft(form.authority.code, {
        ...named(form),
        personId: holder(token, code),
        children: form.about.children,
        written: { ...change(draft?.written ?? {}) },
        replaces: draft?.version ?? null,
      })
      if (version !== null) return
    }
    throw new Error('an answer could not be saved: others save it all the time')
  }

  return {
    open: async (token) => {
      const link = await links.find(CONSULTATION, token)
      const name = link?.detail == null ? null : formNamed(link.detail)
      if (!link || name === null || link.child === null || link.reviewRef === null) return null
      if (link.endsOn && isAfter(today(), link.endsOn)) return null
      const { child, reviewRef, contactRef, createdAt } = link
      const known = await factsOf(link.authority)
      const isChild = bookingNamed(known, reviewRef) !== null
      const facts = isChild ? known : (otherSubjects.withReview(known, reviewRef, today()) ?? known)
      const booking = bookingNamed(facts, reviewRef)
      if (booking?.review.child !== child || booking.review.status === 'CANCELLED') return null
      const contact = contacts.rowsIn(facts).find((one) => one.child === child && one.contactRef === contactRef)
      if (!contact || !isCurrent(contact, today())) return null
      // The form as it was when it was sent: a question that is changed meanwhile changes no answer.
      const then = await settingsOf(link.authority, createdAt)
      const settings = await settingsOf(link.authority, null)
      const authority = authorityNamed(link.authority)
      return {
        authority,
        form: consultationForm(then, name),
        party: partyOf(contact.role),
        on: meetingOf(booking, today())?.on ?? null,
        service: serviceSetting.of(settings),
        council: councilName(settings, authority),
        leaveTo: childPageSetting.of(settings).leaveTo,
        pictures: ownPictures(await documents.latestOfKind(link.authority, ownPictureKind.name)),
        about: {
          child,
          isChild,
          children: isChild ? [child] : otherSubjects.childrenOf(known, child, contactRef, today()),
          reviewRef,
          contactRef,
          name: contact.name,
        },
      }
    },

    saved: async (token, form, code) => {
      const draft = await draftOf(token, form, code)
      if (!draft) return null
      const chosen = draft.written[READERS] ?? ''
      return { answers: draft.written, readers: isReaderChosen(chosen) ? chosen : null, version: draft.version }
    },

    hasArrived: async (form) => (await documents.issues(form.authority.code, named(form))).length > 0,

    begin: (token, form, code) => save(token, form, code, (before) => before),

    keep: (token, form, code, { id, text }) =>
      save(token, form, code, (before) => ({ ...before, [id]: text.slice(0, LONGEST_ANSWER) })),

    send: async (token, form, code) => {
      const draft = await draftOf(token, form, code)
      if (!draft) return false
      const chosen = draft.written[READERS] ?? ''
      // Who has not chosen is read by the fewest.
      const readers: ReaderChosen = isReaderChosen(chosen) ? chosen : 'iro'
      const parts = answerParts(form.form, draft.written, readers, form.pictures)
      if (parts.length === 0) return false
      const { authority, about } = form
      const outcome = await deps.inOneTransaction<{ isSent: boolean; problems: readonly unknown[] }>(
        authority,
        async (unit) => {
          const registers = [reviews, consultations, wishes, ...(about.isChild ? [] : otherSubjects.registers)]
          const held = await holdRows(deps.store, unit, registers)
          const rows = [
            ...returnedRow(held.rows, form, today()),
            ...wishRows(form, draft.written, readers, today(), newId),
          ]
          const problems = held.whyNot(rows)
          if (problems.length > 0) return { isSent: false, problems }
          await held.keep(rows, { what: 'answered a form before a review', by: PRIVATE_LINK_ID })
          const latest = await documents.latest(unit, named(form))
          const isTaken = await documents.takeDraft(unit, {
            ...named(form),
            personId: draft.personId,
            version: draft.version,
          })
          if (!isTaken) return { isSent: false, problems: ['saved meanwhile'] }
          await documents.add(unit, newId(), {
            ...named(form),
            title: form.form.title,
            children: [...about.children],
            parts,
            copies: [],
            by: { personId: PRIVATE_LINK_ID, name: about.name },
            at: now().toString(),
            replaces: latest && { id: latest.id, at: latest.content.at },
          })
          deps.log.note(unit, { personId: PRIVATE_LINK_ID, action: 'change', what: 'answered a form before a review', children: [...about.children] }) // prettier-ignore
          return { isSent: true, problems: [] }
        },
      )
      return outcome.isSent
    },
  }
}

/** The person who answers, as drafts name them: by the link and the code together, of which neither is kept. */
const holder = (token: string, code: string): string =>
  `link ${createHash('sha256').update(`${token} ${code.toLowerCase()}`).digest('hex')}`

/** The form that was sent to the party last, as come back; as asked and answered on one day where no row says that it was sent. */
function returnedRow(rows: Rows, { party, about }: OpenForm, today: PlainDate): RowToKeep[] {
  const sent = rows(consultations)
    .filter((row) => row.reviewRef === about.reviewRef && row.party === party)
    .sort((a, b) => compareDates(b.sentOn, a.sentOn))
  const open = sent.find(({ returnedOn }) => returnedOn === null)
  if (!open && sent.length > 0) return []
  const row = open ?? { reviewRef: about.reviewRef, party, sentOn: today, returnedOn: null, medium: null }
  return [keeping(consultations, { ...row, returnedOn: today, medium: 'ONLINE' })]
}

/** What a child asks for, as wishes to be answered; none where only the IRO may read it: who sees the child sees wishes. */
function wishRows(
  { form, party, about }: OpenForm,
  answers: Answers,
  readers: ReaderChosen,
  today: PlainDate,
  newId: () => string,
): RowToKeep[] {
  const [child] = about.children
  if (party !== 'CHILD' || child === undefined || readers !== 'everyone') return []
  return answered(form, answers)
    .filter(({ question }) => question.kind === 'wish')
    .map(({ answer }) =>
      keeping(wishes, {
        wishRef: newId(),
        child,
        saidOn: today,
        words: answer,
        saidIn: 'CONSULTATION',
        reviewRef: about.reviewRef,
        answer: null,
        outcome: null,
        answeredOn: null,
        toldOn: null,
      }),
    )
}
