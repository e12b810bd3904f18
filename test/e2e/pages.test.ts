import { caseloadKinds } from '../../src/caseload/messageKinds.ts'
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { instant } from '../../src/kernel/dates.ts'
import { localOperator } from '../../src/access/domain/actor.ts'
import type { PersonEntry } from '../../src/access/domain/person.ts'
import { makeSealStore } from '../../src/access/db/sealStore.ts'
import { contacts } from '../../src/participation/registers/contacts.ts'
import { seesEveryone } from '../../src/kernel/visibility.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import { rowKey } from '../../src/registers/register.ts'
import { reportingServices } from '../../src/reporting/services.ts'
import { reviews } from '../../src/reviews/registers/reviews.ts'
import { aBrowser, problemsOf, refused } from '../support/browser.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { importRegisters } from '../support/booking.ts'
import { linkTo } from '../support/unit.ts'
import { aMessage, putIn } from '../support/messages.ts'
import { type TestWebApplication, aWebApplication, webToday } from '../support/webApplication.ts'

const DESKTOP = { width: 1280, height: 900 }
const TELEPHONE = { width: 390, height: 844 }
const CODE = demoAuthority.code

/** A page to visit: which route it shows and what it should be called. */
interface Visit {
  route: string
  address: string
  title: RegExp
  status?: number
}

/** Every page there is, in each of its states. */
async function everyPage(web: TestWebApplication): Promise<Visit[]> {
  const { services, page, children } = web
  const runs = await runsInEveryState(services)
  const child = children[0] ?? ''
  const ofAuthority = (pattern: string) => `/authorities/:code${pattern}`
  await importRegisters(services, {
    'challenges.csv': `challenge_ref,child,raised_date,route,themes,concern\nC-TOUR,${child},2026-11-20,FORMAL,Health assessment late,Asked for twice`,
    'challenge_stages.csv': 'challenge_ref,stage,started_date,with_role\nC-TOUR,1,2026-11-20,senior manager',
    'proceedings.csv': `proceedings_ref,child,issued_date\nP-TOUR,${child},2026-09-07`,
    'hearings.csv': 'proceedings_ref,date,kind\nP-TOUR,2026-12-01,FINAL',
  })
  await publishReport(services)
  return [
    // First: an import at work counts as stalled after a minute.
    ...runs.map(({ id, title }) => ({ route: ofAuthority('/data/import/:run'), address: page('data', 'import', id), title })),
    { route: '/authorities', address: '/authorities?name=Nowhere', title: /^Error: Choose an authority/, status: 400 },
    { route: ofAuthority('/work'), address: page('work'), title: /^My work/ },
    { route: ofAuthority('/work/all/:part'), address: page('work', 'all', 'overdue'), title: /^My work: overdue/ },
    { route: ofAuthority('/due'), address: page('due'), title: /^What is due/ },
    { route: ofAuthority('/due'), address: page('due?asAt=nonsense&child=nobody'), title: /^Error: What is due/ },
    { route: ofAuthority('/children'), address: page('children'), title: /^Children looked after/ },
    { route: ofAuthority('/children/:child'), address: page('children', child), title: /^Child / },
    { route: ofAuthority('/figures/:year'), address: page('figures', '2025-26'), title: /^Figures of 2025-26/ },
    { route: ofAuthority('/figures/:year/:id'), address: page('figures', '2025-26', 'reviews.on_time'), title: /^Reviews held/ },
    { route: ofAuthority('/figures/:year/:id'), address: page('figures', '2025-26', 'cla.by_placement_group'), title: /^Children looked after by/ },
    { route: ofAuthority('/figures/:year/:id'), address: page('figures', '2025-26', 'cla.rate_per_10k'), title: /^Children looked after for every/ },
    { route: ofAuthority('/book'), address: page('book'), title: /^Performance book/ },
    { route: ofAuthority('/book/:month'), address: page('book', '2026-03'), title: /^Performance book, March 2026/ },
    { route: ofAuthority('/book/:month'), address: '/authorities/E09000033/book/2024-03', title: /^Performance book, March 2024/ },
    { route: ofAuthority('/report/:year'), address: page('report', '2025-26'), title: /^Annual report/ },
    { route: ofAuthority('/report/:year/check'), address: page('report', '2025-26', 'check'), title: /^What the checker found/ },
    { route: ofAuthority('/report/:year/read'), address: page('report', '2025-26', 'read'), title: /report/i },
    { route: ofAuthority('/report/:year/words/:section'), address: page('report', '2025-26', 'words', 'timeliness'), title: /./ },
    { route: ofAuthority('/report/:year/publish'), address: page('report', '2025-26', 'publish'), title: /^Review and publish/ },
    { route: ofAuthority('/report/:year/published/:number'), address: page('report', '2025-26', 'published', '1'), title: /^Annual report 2025-26, edition 1, as published/ },
    { route: ofAuthority('/report/:year/published/:number/figures/:id'), address: page('report', '2025-26', 'published', '1', 'figures', 'reviews.held'), title: /: then and today/ },
    { route: ofAuthority('/report/:year/definitions'), address: page('report', '2025-26', 'definitions'), title: /^The same records/ },
    { route: ofAuthority('/report/:year/aims'), address: page('report', '2025-26', 'aims'), title: /^Aims and priorities/ },
    { route: ofAuthority('/report/:year/aims/:aim'), address: page('report', '2025-26', 'aims', 'new'), title: /^Add a priority/ },
    { route: ofAuthority('/report/:year/stories'), address: page('report', '2025-26', 'stories'), title: /^Stories of good practice/ },
    { route: ofAuthority('/report/:year/stories/:story'), address: page('report', '2025-26', 'stories', 'new'), title: /^Write a story/ },
    { route: ofAuthority('/glance'), address: page('glance'), title: /^The service at a glance/ },
    { route: ofAuthority('/comparators'), address: page('comparators'), title: /^Targets and comparators/ },
    { route: ofAuthority('/comparators/:year'), address: page('comparators', '2025-26'), title: /^Targets and comparators/ },
    { route: ofAuthority('/comparators/:year/new'), address: page('comparators', '2025-26', 'new'), title: /^Enter a target/ },
    { route: ofAuthority('/check-report'), address: page('check-report'), title: /^Check a report/ },
    { route: ofAuthority('/data'), address: page('data'), title: /^Data/ },
    { route: ofAuthority('/data/import'), address: page('data', 'import'), title: /^Import a return/ },
    { route: ofAuthority('/data/undo/:year'), address: page('data', 'undo', '2025-26'), title: /^Undo the last import for 2025-26/ },
    ...(await pagesOfRegisters(web)),
    ...(await pagesOfPeople(web)),
    ...(await pagesOfInviting(web)),
    ...(await pagesOfBooking(web)),
    ...(await pagesOfMessages(web)),
    { route: ofAuthority('/challenge'), address: page('challenge'), title: /^Challenge/ },
    { route: ofAuthority('/signs'), address: page('signs'), title: /^Signs/ },
    { route: ofAuthority('/children/:child/signs'), address: page('children', child, 'signs'), title: /^Signs that the child/ },
    { route: ofAuthority('/children/:child/oversight'), address: page('children', child, 'oversight'), title: /^Oversight between/ },
    { route: ofAuthority('/children/:child/missing'), address: page('children', child, 'missing'), title: /^When the child goes missing/ },
    { route: ofAuthority('/challenge/:challenge'), address: page('challenge', 'C-TOUR'), title: /^Formal challenge/ },
    { route: ofAuthority('/challenge/raise'), address: page(`challenge/raise?child=${child}`), title: /^Make a challenge/ },
    { route: ofAuthority('/challenge/themes'), address: page('challenge', 'themes'), title: /^Themes of challenges/ },
    { route: ofAuthority('/children/:child/court'), address: page('children', child, 'court'), title: /^Court/ },
    ...pagesOfHelp,
    { route: ofAuthority('/search'), address: page('search'), title: /^Search/ },
    { route: ofAuthority('/data/findings'), address: page('data', 'findings'), title: /^What is odd in the data/ },
    { route: ofAuthority('/data/validation/:year'), address: page('data', 'validation', '2025-26'), title: /^The return’s rules/ },
    { route: ofAuthority('/data/validation/:year'), address: page('data', 'validation', '2025-26?by=row'), title: /^The return’s rules/ },
    { route: ofAuthority('/data/validation/:year'), address: page('data', 'validation', '2025-26?by=team&child=nobody'), title: /^The return’s rules/ },
    { route: 'none', address: page('nowhere'), title: /^Page not found/, status: 404 },
    { route: ofAuthority('/data'), address: '/authorities/E09000033/data', title: /^Data – Westminster/ },
    { route: ofAuthority('/due'), address: '/authorities/E09000033/due', title: /^What is due – Westminster/ },
    { route: ofAuthority('/figures'), address: '/authorities/E09000033/figures', title: /^Figures – Westminster/ },
    { route: ofAuthority('/report'), address: '/authorities/E09000033/report', title: /^Annual report – Westminster/ },
  ] // prettier-ignore
}

/** The pages of help: for everybody, signed in or not. */
const pagesOfHelp: readonly Visit[] = [
  { route: '/help', address: '/help', title: /^Help/ },
  { route: '/help', address: `/help?authority=${CODE}`, title: /^Help/ },
  { route: '/help/guide', address: '/help/guide', title: /^User guide/ },
  { route: '/help/for/:role', address: '/help/for/iro', title: /^Help if you are/ },
  { route: '/accessibility-statement', address: '/accessibility-statement', title: /^Accessibility statement/ },
  { route: '/privacy-notice', address: '/privacy-notice', title: /^Privacy notice/ },
  { route: '/who-to-ask', address: '/who-to-ask', title: /^Who to ask/ },
]

/** The pages of the registers, with an import in each state that its page can show. */
async function pagesOfRegisters({ services: { registersRuns: runs }, page }: TestWebApplication): Promise<Visit[]> {
  const begin = () =>
    runs.begin({
      authority: demoAuthority,
      recordedBy: 'operator',
      visibility: seesEveryone,
      sourceName: 'registers.xlsx',
      files: [],
    })
  const error = { file: 'officers.csv', row: 3, column: 'fte', value: '2', reason: 'is not at most 1' }
  const result = {
    isStored: false,
    counts: { officers: { added: 3, changed: 2, unchanged: 40, leftOut: 1 } },
    changed: [{ register: 'officers', row: 4, columns: ['fte', 'end_date'] }],
    moreChanged: 1,
    errors: [],
    moreErrors: 0,
    hindrances: [],
    warnings: [{ ...error, row: null, column: 'COLOUR', value: null, reason: 'is not read' }],
    peopleShown: [],
  }
  const faulty = { ...result, errors: [error], moreErrors: 300, hindrances: [{ ...error, file: 'allocations.csv' }] }
  const states = [
    { state: 'checking', result: null, title: /^Checking the registers/ },
    { state: 'ready', result, title: /^Check before importing the registers/ },
    { state: 'ready', result: faulty, title: /^Some rows can’t be imported/ },
    { state: 'refused', result: faulty, title: /^The registers can’t be imported/ },
    { state: 'stored', result: { ...faulty, isStored: true }, title: /^The registers are imported/ },
    { state: 'failed', result: null, title: /^Sorry, the import did not work/ },
  ] as const
  const visits: Visit[] = []
  for (const { state, result, title } of states) {
    const id = await begin()
    if (state !== 'checking') await runs.finish(CODE, id, state, result)
    const address = page('data', 'registers', 'import', state === 'checking' ? `${id}?still=yes` : id)
    visits.push({ route: '/authorities/:code/data/registers/import/:run', address, title })
  }
  return [
    ...visits,
    { route: '/authorities/:code/data/registers', address: page('data', 'registers'), title: /^Registers/ },
    { route: '/authorities/:code/data/registers/import', address: page('data', 'registers', 'import'), title: /^Import registers/ },
  ] // prettier-ignore
}

/** The pages of people and access, with a person, a sealed record and a form that was kept to show. */
async function pagesOfPeople({ services, page, children }: TestWebApplication): Promise<Visit[]> {
  const child = children.at(-1) ?? ''
  const operator = localOperator(CODE)
  await services.savePerson({ by: operator, authority: demoAuthority, personId: null, entry: manager, replaces: null, forgetsAccount: false }) // prettier-ignore
  const [person] = await services.people.all(CODE)
  // Straight into the store: only people who sign in seal records, and here nobody does.
  const seal = { child, people: [operator.personId], reason: 'Known to a colleague' }
  await makeSealStore(services.database).seal(CODE, { value: seal, replaces: null, by: operator.personId })
  await services.keptForms.keep(CODE, operator.personId, {
    address: page('settings'),
    fields: [['words', 'Half a text']],
  })
  const ofAuthority = (pattern: string) => `/authorities/:code${pattern}`
  return [
    { route: ofAuthority('/settings'), address: page('settings'), title: /^Settings/ },
    ...['words', 'time-limits', 'lists', 'caseload', 'figures'].map((name) => ({
      route: ofAuthority('/settings/rules/:page'),
      address: page('settings', 'rules', name),
      title: /^(?:Words|Time limits|Lists|Caseload|Figures)/,
    })),
    { route: ofAuthority('/settings/presets'), address: page('settings', 'presets'), title: /^Local rules/ },
    { route: ofAuthority('/settings/presets/:preset'), address: page('settings', 'presets', 'blackpool'), title: /^Use these local rules/ },
    { route: ofAuthority('/settings/history'), address: page('settings', 'history'), title: /^Who has changed the settings/ },
    { route: ofAuthority('/settings/roles'), address: page('settings', 'roles'), title: /^What each role may do/ },
    { route: ofAuthority('/settings/people'), address: page('settings', 'people'), title: /^People/ },
    { route: ofAuthority('/settings/people/new'), address: page('settings', 'people', 'new'), title: /^Add a person/ },
    { route: ofAuthority('/settings/people/:person'), address: page('settings', 'people', person?.personId ?? ''), title: /^Sam Mills/ },
    { route: ofAuthority('/settings/people/:person/sessions'), address: page('settings', 'people', person?.personId ?? '', 'sessions'), title: /^Where Sam Mills is signed in/ },
    { route: ofAuthority('/account'), address: page('account'), title: /^Where you are signed in/ },
    { route: ofAuthority('/sealed'), address: page('sealed'), title: /^Sealed records/ },
    { route: ofAuthority('/sealed/new'), address: page('sealed', 'new'), title: /^Seal a record/ },
    { route: ofAuthority('/sealed/records/:child'), address: page('sealed', 'records', child), title: /^Sealed record of/ },
    { route: ofAuthority('/sealed/open'), address: page('sealed', 'open'), title: /^Open a sealed record/ },
    { route: ofAuthority('/log'), address: page('log'), title: /^Who has looked/ },
    { route: ofAuthority('/children/:child/log'), address: page('children', child, 'log'), title: /^Who has looked/ },
    { route: ofAuthority('/kept'), address: page('kept'), title: /^You were signed out/ },
  ] // prettier-ignore
}

/** The pages of inviting; in more of their states in `inviting.test.ts`. */
async function pagesOfInviting({ services, page, children }: TestWebApplication): Promise<Visit[]> {
  const child = children[0] ?? ''
  const kept = [
    { register: contacts, content: { child, contact_ref: 'mother', role: 'MOTHER', name: 'Ms Osei' } },
    {
      register: reviews,
      content: { review_ref: 'R1', child, kind: 'CLA', status: 'PLANNED', booked_date: '2027-02-15' },
    },
  ]
  const rows = kept.map(({ register, content }) => ({ register, key: rowKey(register, content), content }))
  await services.registers.change(demoAuthority, [], () => ({ sourceName: 'test', counts: {}, rows, recordedBy: null }))
  const token = await linkTo(services, { reviewRef: 'R1', contactRef: 'mother' })
  const ofAuthority = (pattern: string) => `/authorities/:code${pattern}`
  return [
    { route: ofAuthority('/children/:child/contacts'), address: page('children', child, 'contacts'), title: /^People involved with the child/ },
    { route: ofAuthority('/children/:child/contacts/new'), address: page('children', child, 'contacts', 'new'), title: /^Add someone involved with the child/ },
    { route: ofAuthority('/children/:child/contacts/:contact'), address: page('children', child, 'contacts', 'mother'), title: /^Someone involved with the child/ },
    { route: ofAuthority('/children/:child/choices'), address: page('children', child, 'choices'), title: /^How the child wants/ },
    { route: ofAuthority('/children/:child/checks'), address: page('children', child, 'checks'), title: /^Health, education and planning checks/ },
    { route: ofAuthority('/children/:child/name'), address: page('children', child, 'name'), title: /^The name that the child goes by/ },
    { route: ofAuthority('/reviews/:ref/invitations'), address: page('reviews', 'R1', 'invitations'), title: /^Invitations to the review/ },
    { route: ofAuthority('/calendar'), address: page('calendar'), title: /^Your calendar/ },
    { route: '/invitations/:token', address: `/invitations/${token}`, title: /^You are invited to a meeting/ },
  ] // prettier-ignore
}

/** The pages of reviews, with one that is booked, has been moved, and is told apart from the officer's leave. */
async function pagesOfBooking({ services, page, children }: TestWebApplication): Promise<Visit[]> {
  const [booked = '', toBook = ''] = children
  await importRegisters(services, {
    'officers.csv': 'officer_id,name,role,fte,start_date\nB1,Ada Adams,IRO,1,2020-01-01',
    'reviews.csv': `review_ref,child,kind,status,booked_date,times_rearranged,held_date\nR-B1,${booked},CLA,PLANNED,2026-11-25,1,\nR-B2,${toBook},CLA,HELD,,,2026-06-10`,
    'meetings.csv': `review_ref,number,child,date,starts_at,ends_at,officer_id,purpose,status\nR-B1,1,${booked},2026-11-25,10:00,11:00,B1,REVIEW,BOOKED`,
    'rearrangements.csv': `review_ref,number,child,date,from_date,to_date,asked_by,reason,slack_days\nR-B1,1,${booked},2026-11-20,2026-11-23,2026-11-25,CHILD,A school trip,9`,
    'absences.csv': 'officer_id,from,to,kind\nB1,2026-11-26,2026-11-27,LEAVE',
    'recommendations.csv':
      'review_ref,number,text,responsible,due_date\nR-B2,1,Refer to the dentist,Social worker,2026-07-10',
  })
  const ofAuthority = (pattern: string) => `/authorities/:code/reviews${pattern}`
  const reviews = (...parts: string[]) => page('reviews', ...parts)
  return [
    { route: ofAuthority(''), address: reviews(), title: /^Reviews to book/ },
    { route: ofAuthority('/booked'), address: reviews('booked'), title: /^Booked reviews/ },
    { route: ofAuthority('/booked'), address: reviews('booked?marked=all&on=nonsense'), title: /^Error: Booked reviews/ },
    { route: ofAuthority('/calendar'), address: reviews('calendar'), title: /^Calendar of reviews/ },
    { route: ofAuthority('/calendar'), address: reviews('calendar?view=month&day=2026-11-24'), title: /^Calendar of reviews/ },
    { route: ofAuthority('/rearranged'), address: reviews('rearranged'), title: /^Rearranged reviews/ },
    { route: ofAuthority('/late'), address: reviews('late'), title: /^Late reviews/ },
    { route: ofAuthority('/decisions'), address: reviews('decisions'), title: /^Decisions until they are done/ },
    { route: ofAuthority('/:ref/after/decisions/:number/ask'), address: reviews('R-B2', 'after', 'decisions', '1', 'ask'), title: /^Ask what became of a decision/ },
    { route: ofAuthority('/several'), address: reviews('several?review=R-B1'), title: /^Change 1 review/ },
    { route: ofAuthority('/book/:child'), address: reviews('book', `${toBook}?officer=B1`), title: /^Book the review/ },
    { route: ofAuthority('/:ref'), address: reviews('R-B1?done=booked'), title: /review of child|^Review of child/ },
    { route: ofAuthority('/:ref/move'), address: reviews('R-B1', 'move'), title: /^Move the review/ },
    { route: ofAuthority('/:ref/adjourn'), address: reviews('R-B1', 'adjourn'), title: /^Adjourn the review/ },
    { route: ofAuthority('/:ref/meetings/new'), address: reviews('R-B1', 'meetings', 'new'), title: /^Add a meeting/ },
    { route: ofAuthority('/:ref/held'), address: reviews('R-B1', 'held'), title: /^Record the review as held/ },
    { route: ofAuthority('/:ref/correct'), address: reviews('R-B2', 'correct'), title: /^Correct what is recorded/ },
    { route: ofAuthority('/:ref/cancel'), address: reviews('R-B1', 'cancel'), title: /^Cancel the review/ },
    { route: ofAuthority('/:ref/after'), address: reviews('R-B2', 'after'), title: /^After the review/ },
    { route: ofAuthority('/:ref/after/decisions/:number'), address: reviews('R-B2', 'after', 'decisions', 'new'), title: /^A new decision/ },
    { route: ofAuthority('/:ref/after/record'), address: reviews('R-B2', 'after', 'record'), title: /^The record of the review/ },
    { route: ofAuthority('/:ref/after/letter'), address: reviews('R-B2', 'after', 'letter'), title: /^The letter to the child/ },
    { route: ofAuthority('/:ref/after/easy-read'), address: reviews('R-B2', 'after', 'easy-read'), title: /^The letter in easy read/ },
  ] // prettier-ignore
}

/** The pages of messages, with one in each state that a page can show. */
async function pagesOfMessages({
  services: { changing, outbox, messages },
  page,
  children,
}: TestWebApplication): Promise<Visit[]> {
  const child = children[0] ?? ''
  const [from, until] = [instant('2026-12-03T14:00:00Z'), instant('2026-12-03T15:00:00Z')]
  const put = {
    draft: aMessage({ child, kind: caseloadKinds.hello_letter, role: 'CHILD', channel: 'LETTER', address: '1 High Street\nTown\nZB1 1AA' }),
    waiting: aMessage({ child, event: { uid: 'x', sequence: 1, from, until, isCancelled: false } }),
    bounced: aMessage({ child, channel: 'TEXT', address: '07700 900123', role: 'FATHER', name: 'Dan Fenwick' }),
  } // prettier-ignore
  await putIn(changing.inOneTransaction, outbox, Object.values(put), 'operator')
  const all = await messages.about(CODE, { child })
  const idOf = (key: string) => all.find((one) => one.key === key)?.messageId ?? ''
  await messages.change(CODE, idOf(put.bounced.key), from, () => ({
    step: 'give_up',
    why: 'It did not arrive: there is no such address, or it takes no messages.',
    nextAt: null,
    by: 'footprint',
  }))
  const ofMessage = '/authorities/:code/messages/:message'
  return [
    { route: '/authorities/:code/messages', address: page('messages'), title: /^Messages/ },
    { route: '/authorities/:code/messages', address: page('messages?child=nobody'), title: /^Messages/ },
    { route: '/authorities/:code/messages/letters', address: page('messages/letters'), title: /^Letters to approve/ },
    { route: ofMessage, address: page('messages', idOf(put.draft.key)), title: /^Hello from a new IRO/ },
    { route: ofMessage, address: page('messages', idOf(put.waiting.key)), title: /^Invitation to a review/ },
    { route: ofMessage, address: page('messages', idOf(put.bounced.key)), title: /^Invitation to a review/ },
    { route: `${ofMessage}/again`, address: page('messages', idOf(put.bounced.key), 'again'), title: /^Send the message again/ },
    { route: `${ofMessage}/print`, address: page('messages', idOf(put.draft.key), 'print'), title: /^An invitation/ },
  ] // prettier-ignore
}

const manager: PersonEntry = {
  name: 'Sam Mills',
  email: 'sam.mills@hartsmere.example',
  roles: ['iro_manager', 'administrator'],
  team: null,
  officerId: null,
  workerId: null,
  isActive: true,
}

/** An import in each state that its page can show. */
async function runsInEveryState({
  importRuns,
}: TestWebApplication['services']): Promise<{ id: string; title: RegExp }[]> {
  const begin = () =>
    importRuns.begin({
      authority: demoAuthority,
      year: 2026,
      visibility: seesEveryone,
      sourceName: 'return.zip',
      files: [],
    })
  const error = { file: 'episodes.csv', row: 3, column: 'DECOM', value: '31/02/2026', reason: 'is not a date' }
  const done = {
    changes: { added: 3, changed: 2, removed: 1, unchanged: 40 },
    addedChildren: [],
    changedChildren: [],
    removedChildren: ['100'],
    otherYear: null,
    childrenShown: [],
    rowCounts: { Header: 46, Episodes: 120 },
    warnings: [{ ...error, row: null, column: 'COLOUR', value: null, reason: 'is not a column of the return' }],
    found: [{ code: 'overlapping_episodes', count: 2, what: 'Two episodes overlap.', counted: 'The later one holds.' }],
  }
  const [working, refused, ready, stored, failed] = [
    await begin(),
    await begin(),
    await begin(),
    await begin(),
    await begin(),
  ]
  await importRuns.note(CODE, working, { stage: 'reading', done: 40, total: 100 })
  await importRuns.finish(CODE, refused, 'refused', { outcome: 'refused', errors: [error], moreErrors: 0 })
  await importRuns.finish(CODE, ready, 'ready', { outcome: 'previewed', ...done })
  await importRuns.finish(CODE, stored, 'stored', { outcome: 'stored', ...done })
  await importRuns.finish(CODE, failed, 'failed', null)
  return [
    { id: `${working}?still=yes`, title: /^Checking the return for 2026-27/ },
    { id: refused, title: /^The return for 2026-27 can’t be read/ },
    { id: ready, title: /^Check before importing 2026-27/ },
    { id: stored, title: /^2026-27 is imported/ },
    { id: failed, title: /^Sorry, the import did not work/ },
  ]
}

/** Publishes the annual report of 2025-26, unless it is. */
async function publishReport({ house }: TestWebApplication['services']): Promise<void> {
  const publishing = reportingServices(house).publishingOn(() => webToday)
  const year = reportingYear(2025)
  const { stepsInAll } = await publishing.courseOf(CODE, year)
  const asked = { authority: demoAuthority, year, by: localOperator(CODE), isTaker: () => true, note: null }
  for (const [after, step] of (['submit', 'sign_off', 'publish'] as const).entries()) {
    if (after >= stepsInAll) assert.equal(await publishing.take({ ...asked, step, after }), null)
  }
}

/** Runs `work` on a page of its own, and fails where the browser complains: a policy broken, a file not found. */
async function onPage(
  browser: Browser,
  options: { viewport: typeof DESKTOP; javaScriptEnabled?: boolean },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const isExpected = /status of 40[04]/.test(message.text())
    if (message.type() === 'error' && !isExpected) complaints.push(message.text())
  })
  await work(page)
  await context.close()
  assert.deepEqual(complaints, [])
}

describe('the pages in a real browser', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const web = await aWebApplication(15)
  const base = await web.app.listen({ host: '127.0.0.1', port: 0 })

  test('the tour misses no page', async () => {
    const leadElsewhere = ['/', '/authorities/:code']
    const pages = web.app.servedRoutes
      .filter(
        ({ method, pattern }) => method === 'GET' && !/\.(?:csv|xlsx|ics)$|^\/assets\/|\/download\//.test(pattern),
      )
      .map(({ pattern }) => pattern)
      .filter((pattern) => !leadElsewhere.includes(pattern))
      // These have a tour of their own, in caseload.test.ts.
      .filter((pattern) => !/\/(?:caseload|officer)(?:\/|$)/.test(pattern))
      // And these in fostering.test.ts.
      .filter((pattern) => !/\/(?:fostering|learning|duties|support|watched|early-placements|without-officer)(?:\/|$)/.test(pattern))
      // And these in recording.test.ts.
      .filter((pattern) => !/\/(?:decisions\/:token|copies\/:token|review-without-meeting)$/.test(pattern))
      // And these in consulting.test.ts.
      .filter((pattern) => !/\/(?:consultation|preparation|readiness|wishes|own-page|about-me|feedback|forms|pictures|translation(?:\.html)?|your-views|your-page|your-feedback|answer-challenge|report-decision)(?:\/|$)/.test(pattern)) // prettier-ignore
    assert.ok(pages.length > 8)
    const visited = (await everyPage(web)).map(({ route }) => route)
    assert.deepEqual(
      pages.filter((pattern) => !visited.includes(pattern)),
      [],
    )
  })

  test('every page is accessible and fits a window as wide as a desk’s and a telephone’s', async () => {
    // Imports in hand first: after a minute without a word, one counts as stopped.
    const isOfImport = ({ address }: Visit) => address.includes('/import/')
    const visits = (await everyPage(web)).sort((a, b) => Number(isOfImport(b)) - Number(isOfImport(a)))
    await onPage(browser, { viewport: DESKTOP }, async (page) => {
      for (const { address, title, status } of visits) {
        const response = await page.goto(base + address)
        assert.equal(response?.status(), status ?? 200, address)
        assert.match(await page.title(), title, address)
        assert.equal(await page.locator('h1').count(), 1, address)
        for (const viewport of [DESKTOP, TELEPHONE]) {
          await page.setViewportSize(viewport)
          assert.deepEqual(await problemsOf(page), [])
        }
      }
    })
  })

  test('the due list opens to its reasons, and a child to its history, by keyboard only', async () => {
    await onPage(browser, { viewport: DESKTOP }, async (page) => {
      await page.goto(base + web.page('due'))
      await page.keyboard.press('Tab')
      assert.equal(await focused(page), 'Skip to main content')
      await page.keyboard.press('Enter')
      await tabTo(page, 'About')
      await page.keyboard.press('R') // a select chooses by its first letter
      await tabTo(page, 'Show')
      await page.keyboard.press('Enter')
      await page.waitForURL(/kind=review/)
      await tabTo(page, /^\w+day \d+ \w+ \d{4}, /)
      await page.keyboard.press('Enter')
      assert.match(await page.locator('details[open]').innerText(), /Counted from .* Source: /s)
      await tabTo(page, /^\d+$/)
      await page.keyboard.press('Enter')
      await page.waitForURL(/children\/\d+/)
      await tabTo(page, 'Why this date')
      await page.keyboard.press('Space')
      assert.equal(await page.locator('details[open]').count(), 1)
      await tabTo(page, 'Timeline')
    })
  })

  test('a number opens to the records that it counts, by keyboard only and without JavaScript', async () => {
    await onPage(browser, { viewport: DESKTOP, javaScriptEnabled: false }, async (page) => {
      await page.goto(base + web.page('figures', '2025-26'))
      await tabTo(page, /: Reviews held within timescale$/)
      const printed = (await focused(page)).split(':')[0] ?? ''
      await page.keyboard.press('Enter')
      await page.waitForURL(/reviews\.on_time/)
      assert.equal(await page.locator('.app-value').innerText(), printed)
      await page.getByLabel('Show', { exact: true }).selectOption('no')
      await page.getByRole('button', { name: 'Show' }).click()
      const [, part = '', whole = ''] = /(\d+) of (\d+)/.exec(printed) ?? []
      const summary = await page.locator('.app-list-head').innerText()
      assert.match(summary, new RegExp(`^${Number(whole) - Number(part)} record`))
    })
  })

  test('a return is imported without JavaScript: chosen, checked, previewed, confirmed', async () => {
    await onPage(browser, { viewport: TELEPHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(base + web.page('data'))
      await page.getByRole('button', { name: 'Import a return' }).click()
      await page.getByRole('button', { name: 'Check the files' }).click()
      await refused(page, /^Error: Import a return/)
      await page.getByRole('link', { name: 'Choose the year that the return is for' }).click()
      await page.getByLabel('Which year is the return for?').selectOption('2026-27')
      const files = readdirSync(web.returnFolder).map((file) => join(web.returnFolder, file))
      await page.getByLabel('The SSDA903 return’s files').setInputFiles(files)
      await page.getByRole('button', { name: 'Check the files' }).click()
      await page.getByRole('heading', { name: 'Check before importing 2026-27' }).waitFor()
      assert.match(await page.locator('main').innerText(), /Children it adds\s+0\s+Children it changes\s+0/)
      await page.getByRole('button', { name: 'Import this return' }).click()
      await page.getByRole('heading', { name: '2026-27 is imported' }).waitFor()
      await page.getByRole('link', { name: 'See the figures of 2026-27' }).click()
      await page.getByRole('heading', { level: 1, name: /^Figures of 2026-27/ }).waitFor()
    })
    const [latest] = await web.services.returns.imports(CODE)
    assert.equal(latest?.year, reportingYear(2026).startYear)
    assert.equal(latest.added + latest.changed + latest.removed, 0)
  })

  test('registers are imported without JavaScript: faults shown by row, the other rows kept, and taken away again', async () => {
    const [child = '', other = ''] = web.children
    const changesSoFar = (await web.services.registers.changes(CODE)).length
    const csv = (name: string, lines: readonly string[]) => ({
      name: `${name}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\r\n')),
    })
    const officers = ['officer_id,name,role,fte,start_date', 'S1,=Rowan,IRO,0.8,2019-09-02', 'S2,Sam,IRO,2,2021-01-11']
    const allocations = ['child,officer_id,from', `${child},S1,01/02/2026`, `${other},S2,2026-02-01`]
    const folder = mkdtempSync(join(tmpdir(), 'footprint-registers-'))
    await onPage(browser, { viewport: TELEPHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(base + web.page('data'))
      await page.getByRole('link', { name: 'The service’s own registers' }).click()
      await page.getByRole('button', { name: 'Import registers' }).click()
      await page.getByRole('button', { name: 'Check the files' }).click()
      await refused(page, /^Error: Import registers/)
      const sent = [csv('officers', officers), csv('allocations', allocations)]
      await page.getByLabel('The registers’ files').setInputFiles(sent)
      await page.getByRole('button', { name: 'Check the files' }).click()
      await page.getByRole('heading', { name: 'Some rows can’t be imported' }).waitFor()
      assert.match(await page.getByRole('row', { name: /officers\.csv/ }).innerText(), /officers\.csv\s+3\s+fte\s+2/)
      assert.match(await page.getByRole('row', { name: /allocations\.csv/ }).innerText(), /\s3\s+officer_id\s+S2/)
      assert.equal((await web.services.registers.changes(CODE)).length, changesSoFar)
      await page.getByRole('button', { name: 'Import the other rows' }).click()
      await page.getByRole('heading', { name: 'The registers are imported' }).waitFor()
      await page.getByRole('link', { name: 'See the registers and all imports so far' }).click()
      await page.getByText('officers: 1 row added, none changed').first().waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download all registers as one workbook' }).click()
      const workbook = join(folder, 'registers.xlsx')
      await (await download).saveAs(workbook)
      await page.getByRole('button', { name: 'Import registers' }).click()
      await page.getByLabel('The registers’ files').setInputFiles(workbook)
      await page.getByRole('button', { name: 'Check the files' }).click()
      await page.getByRole('heading', { name: 'Check before importing the registers' }).waitFor()
      assert.match(await page.getByRole('row', { name: /^officers/ }).innerText(), /officers\s+0\s+0\s+\d+\s+0/)
      await page.getByRole('button', { name: 'Do not import them' }).click()
      await page.getByRole('heading', { level: 1, name: /^Registers/ }).waitFor()
    })
    rmSync(folder, { recursive: true })
    assert.equal((await web.services.registers.changes(CODE)).length, changesSoFar + 1)
    const csvOf = async (name: string) => (await web.app.inject(`${web.page('data', 'registers')}/${name}.csv`)).body
    assert.match(await csvOf('officers'), /^S1,"'=Rowan",IRO,0\.8,2019-09-02/m, 'no formula runs where it is opened')
    assert.match(await csvOf('allocations'), new RegExp(`^${child},S1,2026-02-01,`, 'm'))
    const log = await web.services.log.latest(CODE, { before: null, most: 10 })
    assert.ok(log.some(({ what }) => what.includes('took away the register allocations')))
  })

  test('a file that is no return is refused with what is wrong and where', async () => {
    await onPage(browser, { viewport: DESKTOP }, async (page) => {
      await page.goto(base + web.page('data', 'import'))
      await page.getByLabel('Which year is the return for?').selectOption('2026-27')
      const buffer = Buffer.from('CHILD,DOB,REVIEW,REVIEW_CODE\r\n1,01/01/2015,31/02/2026,PN1\r\n')
      await page.locator('input[type=file]').setInputFiles({ name: 'reviews.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Check the files' }).click()
      await page.getByRole('heading', { name: 'The return for 2026-27 can’t be read' }).waitFor()
      const error = await page.getByRole('row', { name: /31\/02\/2026/ }).innerText()
      assert.match(error, /reviews\.csv\s+2\s+REVIEW\s+31\/02\/2026/)
    })
  })
})
