/** What people of a service change, through the pages on which they do it. */
import type { Random } from '../../src/synthetic/domain/random.ts'
import type { AtWork } from './atWork.ts'
import type { Fields, Form } from './form.ts'
import { someTime } from './someTime.ts'

const BOOK_LINK = /href="([^"]*\/reviews\/book\/[^"]*)"/g
const REVIEW_LINK = /href="([^"]*\/reviews\/R-\w+)[?"]/g

/** Books a review of the list of those to be booked. */
export async function booksReview(at: AtWork): Promise<void> {
  const path = await at.finds('reviews to book', '/reviews', BOOK_LINK)
  if (path === null) return
  const saved = await at.saves('booking', path, (form) => meetingOf(form, at.work.random))
  if (saved) at.work.kept.booked.add(reviewIn(saved.location))
}

/** Moves a review of the list of those booked, by anyone. */
export async function movesReview(at: AtWork): Promise<void> {
  const path = await at.finds('booked reviews', '/reviews/booked', REVIEW_LINK)
  if (path === null) return
  let from = ''
  const saved = await at.saves('moving', `${path}/move`, (form) => {
    from = dayIn(form.shown)
    return { ...meetingOf(form, at.work.random), askedBy: 'CHILD', reason: 'Typed at work' }
  })
  if (!saved) return
  const [slotDay = '', isSlot] = saved.sent.get('slot')?.split(' ') ?? []
  const to = isSlot === undefined ? dayIn(saved.sent) : slotDay
  // A meeting that keeps its day is changed, not rearranged.
  if (to !== from) at.work.kept.moved.push(`${reviewIn(saved.location)}: ${from} to ${to}`)
}

/** Opens the page of a review that is booked. */
export async function opensReview(at: AtWork): Promise<void> {
  const path = await at.finds('booked reviews', '/reviews/booked', REVIEW_LINK)
  if (path !== null) await at.opens('a review', path)
}

/** Opens a child's page. */
export async function opensChild(at: AtWork): Promise<void> {
  const child = await at.someChild()
  if (child !== null) await at.opensIfTheirs('one child', `/children/${child}`)
}

/** Gives a child to another officer: some of those suggested. */
export async function handsOver(at: AtWork): Promise<void> {
  const child = await at.someChild()
  if (child === null) return
  const saved = await at.saves('handing over', `/children/${child}/officer`, (form) => ({
    officerId: at.work.random.oneOf(form.offered('officerId')),
    reason: 'Typed at work',
    apartReason: 'Typed at work',
  }))
  const officerId = saved?.sent.get('officerId')
  if (officerId) at.work.kept.officers.set(child, [...(at.work.kept.officers.get(child) ?? []), officerId])
}

/** Writes down what a child says about reviews. */
export async function writesChoices(at: AtWork): Promise<void> {
  const child = await at.someChild()
  if (child === null) return
  const when = `After school, at ${at.work.random.between(1, 5)}`
  await at.saves('choices', `/children/${child}/choices`, () => ({ when, toldTo: 'The officer' }))
}

/** Enters someone around a child. */
export async function addsContact(at: AtWork): Promise<void> {
  const child = await at.someChild()
  if (child === null) return
  const { random, kept } = at.work
  const name = `Someone ${random.next()}`
  const typed = { name, role: 'OTHER', channel: 'EMAIL', email: 'someone@example.org' }
  if (await at.saves('contact', `/children/${child}/contacts/new`, () => typed)) kept.contacts.add(name)
}

/** A suggested time, which others are offered too, or one of one's own. Half of the time nobody says why it is late. */
function meetingOf(form: Form, random: Random): Fields {
  const slots = form.offered('slot').filter((value) => value.includes(' '))
  const reasons = form.offered('lateReason')
  return {
    format: 'IN_PERSON',
    place: 'At school',
    whyNotAsChosen: 'Typed at work',
    // Easter lies in these days: people who book then mean it.
    unusualTime: 'yes',
    ...(random.isTrue(0.5) && reasons.length > 0 && { lateReason: random.oneOf(reasons) }),
    ...(random.isTrue(0.5) && slots.length > 0 ? { slot: random.oneOf(slots) } : ownTime(random)),
  }
}

function ownTime(random: Random): Fields {
  const { officerId, on, startsAt } = someTime(random)
  const [year, month, day] = [on.year, on.month, on.day].map(String)
  return { slot: 'own', officerId, startsAt, 'on-year': year ?? '', 'on-month': month ?? '', 'on-day': day ?? '' }
}

/** `2026-04-02`, of the three fields of a day. */
const dayIn = (fields: URLSearchParams): string =>
  ['on-year', 'on-month', 'on-day'].map((name) => (fields.get(name) ?? '').padStart(2, '0')).join('-')

const reviewIn = (address: string): string => /\/reviews\/(R-\w+)/.exec(address)?.[1] ?? ''
