/** The whole web application with reviews booked for children who have people around them. */
import assert from 'node:assert/strict'
import { demoAuthority } from '../../src/platform/authorities.ts'
import { makeSealStore } from '../../src/access/db/sealStore.ts'
import { type TestOutbox, anOutbox } from './outbox.ts'
import { CODE, type PeopledApplication, TestBrowser, aPeopledApplication, enter, signedInAs } from './people.ts'
import { folderOf } from './smallReturn.ts'

/** What tests of inviting work with. */
export interface InvitingApplication extends PeopledApplication {
  outbox: TestOutbox
  page: (...parts: readonly string[]) => string
  browserOf: (personId: string) => Promise<TestBrowser>
  /** Stores rows of registers, as someone would import them. */
  keep: (files: Readonly<Record<string, string>>) => Promise<void>
}

const children = ['NORTH1', 'NORTH2', 'SEALED7']

/** Each child has a review on 15 February 2023 at 2:30pm with officer O1; the record of SEALED7 is sealed to `named`. */
export async function anInvitingApplication(): Promise<InvitingApplication> {
  const outbox = anOutbox()
  const peopled = await aPeopledApplication(
    children.map((child) => ({ child, worker: child === 'NORTH1' ? 'SW1' : 'SW2' })),
    outbox,
  )
  const { services, app } = peopled
  const rows = (head: string, line: (child: string) => string) => [head, ...children.map(line)].join('\n')
  const keep: InvitingApplication['keep'] = async (files) => {
    const sent = { authority: demoAuthority, path: folderOf(files), sourceName: 'registers' }
    const { checked } = await services.registersImport.store({ ...sent, isKeepingValidRows: false, recordedBy: null })
    assert.deepEqual(checked.errors, [])
  }
  await keep({
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Rowan Hale,IRO,1,2020-01-01\nO2,Sam Ode,IRO,1,2020-01-01',
    'allocations.csv': rows('child,officer_id,from', (child) => `${child},O1,2022-05-09`),
    'reviews.csv': rows(
      'review_ref,child,kind,status,booked_date,officer_id',
      (child) => `R-${child},${child},CLA,PLANNED,2023-02-15,O1`,
    ),
    'meetings.csv': rows(
      'review_ref,number,child,date,starts_at,ends_at,officer_id,place,format,purpose,status',
      (child) => `R-${child},1,${child},2023-02-15,14:30,15:30,O1,7 Mill Lane,IN_PERSON,REVIEW,BOOKED`,
    ),
    'contacts.csv': rows('child,contact_ref,role,name,channel,email,phone,language', (child) =>
      [
        `${child},mother,MOTHER,Ms Osei,EMAIL,osei@example.org,,Polish`,
        `${child},father,FATHER,Mr Osei,EMAIL,father@example.org,,`,
        `${child},me,CHILD,Amina,TEXT,,07700 900 982,`,
        `${child},school,EDUCATION,Hill School,LETTER,,,`,
      ].join('\n'),
    ),
    'choices.csv': rows('child,date,where,contacts_not_to_come', (child) => `${child},2022-10-01,At school,father`),
  })
  await enter(services, 'iro', { roles: ['iro'], officerId: 'O1' })
  await enter(services, 'other', { roles: ['iro'], officerId: 'O2' })
  await enter(services, 'named', { roles: ['iro_manager'] })
  await enter(services, 'worker', { roles: ['social_worker'], workerId: 'SW1' })
  const seal = { child: 'SEALED7', people: ['named'], reason: 'Known to a colleague' }
  await makeSealStore(services.database).seal(CODE, { value: seal, replaces: null, by: 'named' })
  return {
    ...peopled,
    outbox,
    keep,
    page: (...parts) => `/authorities/${[CODE, ...parts].join('/')}`,
    browserOf: async (personId) => new TestBrowser(app, (await signedInAs(services, personId)).cookie),
  }
}
