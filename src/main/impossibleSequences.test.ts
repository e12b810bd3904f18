import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aCaseloadApplication, caseloadToday } from '../../test/support/caseload.ts'
import { importRegisters as importSound } from '../../test/support/booking.ts'
import { CODE, TestBrowser, enter, signedInAs } from '../../test/support/people.ts'
import { folderOf } from '../../test/support/smallReturn.ts'
import { date } from '../kernel/dates.ts'
import { authorityNamed } from '../platform/authorities.ts'
import { Refusal } from '../platform/refusal.ts'
import { importRegisters, importRegistersAsked } from '../registers/cli/importRegisters.ts'
import { countOf } from '../registers/register.ts'

/** What is kept before anything impossible is sent: each row is possible. */
const sound = {
  'challenges.csv': [
    'challenge_ref,child,raised_date,route,resolved_date',
    'Q1,LEFT1,2022-10-03,INFORMAL,',
    'Q2,LEFT1,2022-10-03,FORMAL,2022-10-12',
  ].join('\n'),
  'challenge_stages.csv': [
    'challenge_ref,stage,started_date,ended_date',
    'Q1,1,2022-10-05,2022-10-10',
    'Q2,1,2022-10-03,2022-10-12',
  ].join('\n'),
  'proceedings.csv': [
    'proceedings_ref,child,issued_date,concluded_date',
    'P1,LEFT1,2022-06-06,',
    'P2,LEFT1,2022-06-07,2022-10-10',
  ].join('\n'),
  'reviews.csv': [
    'review_ref,child,kind,status,held_date',
    'V1,LEFT1,CLA,HELD,2022-06-06',
    'V2,LEFT1,CLA,HELD,2022-09-05',
  ].join('\n'),
  'recommendations.csv': 'review_ref,number,text,responsible\nV2,1,Refer to the dentist,Social worker',
}

/** A file with one row: where it is refused, the value there, and why. */
type Impossible = readonly [file: string, header: string, row: string, column: string, value: string, reason: RegExp]

const CHALLENGE = 'challenge_ref,child,raised_date,route,resolved_date,withdrawn_date,cafcass,cafcass_date,legal_advice_date,court_told_date,fed_back_date' // prettier-ignore
const STAGE = 'challenge_ref,stage,started_date,ended_date'
const PROCEEDINGS = 'proceedings_ref,child,issued_date,concluded_date,guardian_contact_date,handover_date'
const RETURN = 'child,missing_from,returned_at,interview_offered_at,interview_held_at'
const files: readonly Impossible[] = [
  ['challenges', CHALLENGE, 'Q9,LEFT1,2022-10-03,FORMAL,2022-10-02,,,,,,', 'resolved_date', '2022-10-02', /before raised_date/],
  ['challenges', CHALLENGE, 'Q9,LEFT1,2022-10-03,FORMAL,,2022-10-02,,,,,', 'withdrawn_date', '2022-10-02', /before raised_date/],
  ['challenges', CHALLENGE, 'Q9,LEFT1,2022-10-03,FORMAL,2022-10-12,2022-10-13,,,,,', 'withdrawn_date', '2022-10-13', /the one or the other/],
  ['challenges', CHALLENGE, 'Q9,LEFT1,2022-10-03,FORMAL,,,REFERRED,2022-10-02,,,', 'cafcass_date', '2022-10-02', /before raised_date/],
  ['challenges', CHALLENGE, 'Q9,LEFT1,2022-10-03,FORMAL,,,,2022-10-04,,,', 'cafcass_date', '2022-10-04', /without what was done/],
  ['challenges', CHALLENGE, 'Q9,LEFT1,2022-10-03,FORMAL,,,,,2022-10-02,,', 'legal_advice_date', '2022-10-02', /before raised_date/],
  ['challenges', CHALLENGE, 'Q9,LEFT1,2022-10-03,FORMAL,,,,,,2022-10-02,', 'court_told_date', '2022-10-02', /before raised_date/],
  ['challenges', CHALLENGE, 'Q9,LEFT1,2022-10-03,GOOD_PRACTICE,,,,,,,2022-10-02', 'fed_back_date', '2022-10-02', /before raised_date/],
  ['challenge_stages', STAGE, 'Q1,2,2022-10-04,', 'started_date', '2022-10-04', /before stage 1 began, on 2022-10-05/],
  ['challenge_stages', STAGE, 'Q1,2,2022-10-07,', 'started_date', '2022-10-07', /before stage 1 ended, on 2022-10-10/],
  ['challenge_stages', STAGE, 'Q1,3,2022-10-12,', 'stage', '3', /without stage 2/],
  ['challenge_stages', STAGE, 'Q1,1,2022-10-02,', 'started_date', '2022-10-02', /before the challenge was raised/],
  ['challenge_stages', STAGE, 'Q1,1,2022-10-05,2022-10-04', 'ended_date', '2022-10-04', /before started_date/],
  ['challenge_stages', STAGE, 'Q2,2,2022-10-13,', 'started_date', '2022-10-13', /after the challenge was over/],
  ['challenge_stages', STAGE, 'Q2,1,2022-10-03,2022-10-13', 'ended_date', '2022-10-13', /after the challenge was over/],
  ['proceedings', PROCEEDINGS, 'P1,LEFT1,2022-06-06,2022-06-03,,', 'concluded_date', '2022-06-03', /before issued_date/],
  ['proceedings', PROCEEDINGS, 'P2,LEFT1,2022-06-07,2022-10-10,,2022-10-07', 'handover_date', '2022-10-07', /before concluded_date/],
  ['proceedings', PROCEEDINGS, 'P1,LEFT1,2022-06-06,,,2022-10-07', 'handover_date', '2022-10-07', /no end/],
  ['proceedings', PROCEEDINGS, 'P1,LEFT1,2022-06-06,,2022-06-03,', 'guardian_contact_date', '2022-06-03', /before issued_date/],
  ['proceedings', PROCEEDINGS, 'P2,LEFT1,2022-06-07,2022-10-10,2022-10-20,2022-10-18', 'handover_date', '2022-10-18', /before guardian_contact_date/],
  ['hearings', 'proceedings_ref,date,kind', 'P1,2022-06-03,CASE_MANAGEMENT', 'date', '2022-06-03', /before the proceedings were issued/],
  ['court_documents', 'proceedings_ref,kind,received_date,sent_to_iro_date', 'P1,directions,2022-06-03,', 'received_date', '2022-06-03', /before the proceedings were issued/],
  ['court_documents', 'proceedings_ref,kind,received_date,sent_to_iro_date', 'P1,directions,2022-06-10,2022-06-09', 'sent_to_iro_date', '2022-06-09', /before received_date/],
  ['missing_returns', RETURN, 'LEFT1,2022-10-20,2022-10-19T10:00,,', 'returned_at', '2022-10-19T10:00', /before missing_from/],
  ['missing_returns', RETURN, 'LEFT1,2022-10-20,2022-10-21T10:00,2022-10-21T09:59,', 'interview_offered_at', '2022-10-21T09:59', /before returned_at/],
  ['missing_returns', RETURN, 'LEFT1,2022-10-20,2022-10-21T10:00,,2022-10-21T09:59', 'interview_held_at', '2022-10-21T09:59', /before returned_at/],
  ['missing_returns', RETURN, 'LEFT1,2022-10-20,2022-10-21T10:00,2022-10-22T10:00,2022-10-22T09:00', 'interview_held_at', '2022-10-22T09:00', /before interview_offered_at/],
  ['flags', 'child,kind,from,to', 'LEFT1,EXPLOITATION,2022-10-03,2022-10-02', 'to', '2022-10-02', /before from/],
  ['contact_plans', 'child,from,every_weeks,to', 'LEFT1,2022-10-03,4,2022-10-02', 'to', '2022-10-02', /before from/],
  ['review_requests', 'child,asked_date,trigger,by_date,withdrawn_date', 'LEFT1,2022-10-03,IRO,2022-10-02,', 'by_date', '2022-10-02', /before asked_date/],
  ['events', 'child,kind,date,ended_date', 'LEFT1,EMERGENCY_MOVE,2022-10-03,2022-10-02', 'ended_date', '2022-10-02', /before date/],
  ['acknowledgements', 'child,kind,since,date,word', 'LEFT1,EMERGENCY_MOVE,2022-10-03,2022-10-02,Seen', 'date', '2022-10-02', /before since/],
  ['support', 'child,kind,referred_date,from,to', 'LEFT1,ADVOCACY,2022-10-03,2022-10-02,', 'from', '2022-10-02', /before referred_date/],
  ['support', 'child,kind,referred_date,from,to', 'LEFT1,ADVOCACY,2022-10-03,2022-10-04,2022-10-02', 'to', '2022-10-02', /before from/],
  ['checks', 'child,kind,date,extract_date', 'LEFT1,PEP,2022-10-03,2022-10-02', 'extract_date', '2022-10-02', /before date/],
  ['recommendations', 'review_ref,number,text,responsible,outcome,looked_at_in', 'V2,1,Refer to the dentist,Social worker,DONE,V1', 'looked_at_in', 'V1', /held before the decision/],
  ['recommendations', 'review_ref,number,text,responsible,carried_from', 'V1,1,Refer,Social worker,V2/1', 'carried_from', 'V2/1', /of a later review/],
] // prettier-ignore

const day = (name: string, on: string) => {
  const { day: d, month, year } = date(on)
  return { [`${name}-day`]: String(d), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

describe('a sequence that can’t be', async () => {
  const { app, services, page } = await aCaseloadApplication()
  await importSound(services, sound)
  await enter(services, 'iro', { roles: ['iro'], officerId: 'O3' })
  const iro = new TestBrowser(app, (await signedInAs(services, 'iro')).cookie)
  const kept = async () => {
    const { registers } = await services.worlds.onDay(CODE, caseloadToday, null)
    return countOf(registers)
  }
  const before = await kept()

  describe('is refused in a file, by file, row, column, value and reason', () => {
    for (const [file, header, row, column, value, reason] of files)
      test(`${file}: ${row}`, async () => {
        const asked = importRegistersAsked.parse({ authority: CODE, path: folderOf({ [`${file}.csv`]: `${header}\n${row}` }) }) // prettier-ignore
        const importing = importRegisters(asked, { registers: services.registersImport, authorityNamed })
        const refused: unknown = await importing.then(() => null, (error: unknown) => error) // prettier-ignore
        assert.ok(refused instanceof Refusal, 'it is refused')
        const [first] = refused.reasons
        assert.deepEqual([first?.file, first?.row, first?.column, first?.value], [`${file}.csv`, 2, column, value])
        assert.match(first?.reason ?? '', reason)
        assert.equal(refused.reasons.length, 1)
        assert.equal(await kept(), before)
      })
  })

  const of = (...parts: string[]) => page('children', 'LEFT1', ...parts)
  const versionIn = (body: string, form: string): string => new RegExp(`action="${form}"[^]*?name="replaces" value="([^"]*)"`).exec(body)?.[1] ?? '' // prettier-ignore
  const challenge = (ref: string) => page('challenge', ref)

  describe('is refused on its page, with what was typed', () => {
    for (const { shown, form, fields, says } of [
      {
        shown: challenge('Q1'),
        form: `${challenge('Q1')}/close`,
        fields: { how: 'resolved', outcome: 'Kept here', changedForChild: 'Yes', ...day('on', '2022-10-02') },
        says: /must not be before the challenge came to where it stands/,
      },
      {
        shown: challenge('Q1'),
        form: `${challenge('Q1')}/close`,
        fields: { how: 'withdrawn', outcome: 'Kept here', ...day('on', '2022-10-07') },
        says: /or was answered last/,
      },
      {
        shown: challenge('Q1'),
        form: `${challenge('Q1')}/move`,
        fields: { withRole: 'Kept here', ...day('on', '2022-10-07') },
        says: /or was answered last/,
      },
      {
        shown: challenge('Q1'),
        form: `${challenge('Q1')}/note`,
        fields: { kind: 'legal_advice', ...day('on', '2022-10-02') },
        says: /must not be before/,
      },
      {
        shown: challenge('Q1'),
        form: `${challenge('Q1')}/note`,
        fields: { kind: 'cafcass_referred', ...day('on', '2022-10-02') },
        says: /must not be before/,
      },
      {
        shown: of('court'),
        form: of('court', 'proceedings'),
        fields: {
          ref: '',
          replaces: '',
          outcome: 'Kept here',
          ...day('issuedOn', '2022-06-06'),
          ...day('concludedOn', '2022-06-03'),
        },
        says: /concluded_date “2022-06-03” is before issued_date/,
      },
      {
        shown: of('court'),
        form: of('court', 'proceedings'),
        fields: {
          ref: '',
          replaces: '',
          outcome: 'Kept here',
          ...day('issuedOn', '2022-06-06'),
          ...day('handoverOn', '2022-06-08'),
        },
        says: /handover_date “2022-06-08” is there though the proceedings have no end/,
      },
      {
        shown: of('court'),
        form: of('court', 'proceedings'),
        fields: {
          ref: '',
          replaces: '',
          outcome: 'Kept here',
          ...day('issuedOn', '2022-06-06'),
          ...day('concludedOn', '2022-10-10'),
          ...day('handoverOn', '2022-10-07'),
        },
        says: /handover_date “2022-10-07” is before concluded_date/,
      },
      {
        shown: of('court'),
        form: of('court', 'hearings'),
        fields: { ref: 'P1', kind: 'FINAL', ...day('on', '2022-06-03') },
        says: /is before the proceedings were issued/,
      },
      {
        shown: of('court'),
        form: of('court', 'papers'),
        fields: { ref: 'P1', kind: 'Kept here', ...day('receivedOn', '2022-06-03') },
        says: /is before the proceedings were issued/,
      },
      {
        shown: of('court'),
        form: of('court', 'papers'),
        fields: {
          ref: 'P1',
          kind: 'Kept here',
          ...day('receivedOn', '2022-06-10'),
          ...day('sentToIroOn', '2022-06-09'),
        },
        says: /is before received_date/,
      },
      {
        shown: of('missing'),
        form: of('missing', 'return'),
        fields: {
          push: 'Kept here',
          ...day('missingFrom', '2022-10-20'),
          ...day('returnedOn', '2022-10-19'),
          returnedTime: '10am',
        },
        says: /is before missing_from/,
      },
      {
        shown: of('missing'),
        form: of('missing', 'return'),
        fields: {
          push: 'Kept here',
          ...day('missingFrom', '2022-10-20'),
          ...day('returnedOn', '2022-10-21'),
          returnedTime: '10am',
          ...day('offeredOn', '2022-10-22'),
          offeredTime: '10am',
          ...day('heldOn', '2022-10-22'),
          heldTime: '9am',
        },
        says: /is before interview_offered_at/,
      },
      {
        shown: of('oversight'),
        form: of('oversight', 'flag'),
        fields: { kind: 'EXPLOITATION', ...day('from', '2022-10-03'), ...day('to', '2022-10-02') },
        says: /must not end before it began/,
      },
      {
        shown: of('oversight'),
        form: of('oversight', 'request'),
        fields: { trigger: 'IRO', note: 'Kept here', ...day('askedOn', '2022-10-03'), ...day('by', '2022-10-02') },
        says: /can’t be due before it was asked for/,
      },
      {
        shown: of('signs'),
        form: of('signs', 'event'),
        fields: {
          kind: 'EMERGENCY_MOVE',
          note: 'Kept here',
          ...day('on', '2022-10-03'),
          ...day('endedOn', '2022-10-02'),
        },
        says: /must not be before it happened/,
      },
      {
        shown: of('support'),
        form: of('support'),
        fields: {
          kind: 'ADVOCACY',
          outcome: 'Kept here',
          ...day('referredOn', '2022-10-03'),
          ...day('from', '2022-10-02'),
        },
        says: /is before referred_date/,
      },
    ])
      // prettier-ignore
      test(`${form}: ${says.source}`, async () => {
        const { body } = await iro.get(shown)
        const replaces = versionIn(body, form)
        const sent = await iro.post(shown, form, { ...(replaces !== '' && { replaces }), ...fields })
        const text = sent.body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
        assert.equal(sent.statusCode, 400, text.slice(0, 400))
        assert.match(text, says)
        if (Object.values(fields).includes('Kept here')) assert.match(sent.body, /Kept here/)
        assert.equal(await kept(), before)
      })
  })
})
