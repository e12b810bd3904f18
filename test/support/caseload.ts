/** The whole web application with officers, allocations and families, for tests of the caseload. */
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import type { Caseload } from '../../src/caseload/app/caseload.ts'
import { type Services, servicesOn } from './services.ts'
import { webApplication } from '../../src/main/web.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import type { Outbox } from '../../src/messages/app/ports.ts'
import type { Message } from '../../src/messages/domain/message.ts'
import { date, instant } from '../../src/kernel/dates.ts'
import { aDatabase } from './database.ts'
import { aLog, demoDoor } from './people.ts'
import { folderOf } from './smallReturn.ts'

export const caseloadToday = date('2022-11-22')

/** An outbox that keeps what is put into it in memory. */
export function anOutbox(): Outbox & { all: Message[] } {
  const all: Message[] = []
  return {
    all,
    put: (_unit, messages, { by }) => {
      for (const { kind, ...message } of messages) {
        if (all.some(({ key }) => key === message.key)) continue
        const isDraft = kind.needsApproval
        const state = isDraft ? 'draft' : 'waiting'
        const held = { reason: null, attempts: 0, putAt: instant('2022-11-22T10:00:00Z'), sentAt: null, version: 1 }
        all.push({ ...message, kind: kind.id, isDraft, ...held, state, messageId: String(all.length + 1), putBy: by })
      }
      return Promise.resolve()
    },
    withdraw: (_unit, which) => {
      const keys = 'keys' in which ? which.keys : []
      const gone = all.filter(({ key, state }) => keys.includes(key) && (state === 'draft' || state === 'waiting'))
      for (const message of gone) all[all.indexOf(message)] = { ...message, state: 'withdrawn' }
      return Promise.resolve(gone)
    },
    ofReview: () => Promise.resolve([]),
    ofChild: (_where, child) => Promise.resolve(all.filter((message) => message.child === child)),
  }
}

/**
 * Each child of the return with the day it became looked after, and its date of birth. `KIN1` and `KIN2` are siblings;
 * `MUM1` is looked after herself and the mother of `BABY1`; `LATE1` waits for too long.
 */
const children: readonly (readonly [child: string, from: string, bornOn: string])[] = [
  ['KIN1', '09/05/2022', '03/02/2012'],
  ['KIN2', '18/11/2022', '05/04/2015'],
  ['MUM1', '09/05/2022', '20/01/2006'],
  ['BABY1', '21/11/2022', '14/11/2022'],
  ['LATE1', '01/11/2022', '03/02/2010'],
  ['LEFT1', '09/05/2022', '03/02/2011'],
  ['LEFT2', '09/05/2022', '30/01/2005'],
  ['LEFT3', '09/05/2022', '03/02/2014'],
  ['HIDDEN1', '09/05/2022', '03/02/2014'],
]

const lines = (head: string, line: (child: (typeof children)[number]) => string, of = children): string =>
  [head, ...of.map(line)].join('\n')

const returned = () =>
  folderOf({
    'header.csv': lines('CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ([child, , born]) => `${child},2,${born},WBRI,UN1,,`),
    'episodes.csv': lines(
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ([child, from]) => `${child},${from},S,C2,N1,U6,PR1,,,,ZB1 1AA,ZB2 2BB,SC000001`,
    ),
    'reviews.csv': lines(
      'CHILD,DOB,REVIEW,REVIEW_CODE',
      ([child, , born]) => `${child},${born},06/06/2022,PN1`,
      children.filter(([, from]) => from === '09/05/2022'),
    ),
  })

/** The registers: three reviewing officers, one of whom leaves at the end of the year, and a manager. */
const registers = () =>
  folderOf({
    'officers.csv': [
      'officer_id,name,role,fte,start_date,end_date,qualified_date,email',
      'O1,Ifeanyi Price,IRO,1,2020-01-01,,2010-01-01,ifeanyi.price@example.invalid',
      'O2,Sunita Marsh,IRO,0.5,2020-01-01,,2010-01-01,',
      'O3,Lee Tarn,IRO_AND_CP_CHAIR,0.8,2020-01-01,2022-12-31,,lee.tarn@example.invalid',
      'M1,Marian Okafor,MANAGER,1,2020-01-01,,,',
    ].join('\n'),
    'people.csv': ['child,kind,from,to,dob,sex', 'GROWN1,CARE_LEAVER,2021-08-14,,2003-08-14,2'].join('\n'),
    'allocations.csv': [
      'child,officer_id,from,to',
      'KIN1,O1,2022-05-10,',
      'MUM1,O2,2022-05-11,',
      'LEFT1,O3,2022-05-12,',
      'LEFT2,O3,2022-05-12,',
      'LEFT3,O3,2022-05-12,',
      'HIDDEN1,O2,2022-05-12,',
      'GROWN1,O1,2022-01-01,',
    ].join('\n'),
    'family.csv': ['child,relative,kind,apart_reason', 'KIN2,KIN1,SIBLING,', 'MUM1,BABY1,PARENT,'].join('\n'),
    'reviews.csv': 'review_ref,child,kind,status,booked_date,officer_id\nR-LEFT1,LEFT1,CLA,PLANNED,2023-02-01,O3',
    'meetings.csv':
      'review_ref,number,child,date,starts_at,ends_at,officer_id,purpose,status\nR-LEFT1,1,LEFT1,2023-02-01,10:00,11:00,O3,REVIEW,BOOKED',
    'contacts.csv': [
      'child,contact_ref,role,name,channel,email,phone,address,language,until',
      'LEFT1,child,CHILD,Ash,,,,1 High Street; Hartsmere,,',
      'LEFT2,child,CHILD,Robin,EMAIL,robin@example.invalid,,,,',
      'LEFT3,child,CHILD,Sky,TEXT,,07700 900123,,,',
    ].join('\n'),
  })

/** What tests of the caseload work with. */
export interface CaseloadApplication {
  app: FastifyInstance
  services: Services
  caseload: Caseload
  outbox: ReturnType<typeof anOutbox>
  page: (...parts: readonly string[]) => string
}

/** Imports the return and the registers and opens the application on them, with an outbox in memory. */
export async function aCaseloadApplication(): Promise<CaseloadApplication> {
  const { database } = await aDatabase()
  const outbox = anOutbox()
  const services = await servicesOn(database, { outbox })
  const year = reportingYear(2022)
  const request = { authority: demoAuthority, year, path: returned(), sourceName: 'small', isPreview: false }
  const { outcome } = await services.importReturn(request, () => undefined)
  if (outcome !== 'stored') throw new Error('the small return was not stored')
  const asked = { authority: demoAuthority, path: registers(), sourceName: 'registers', recordedBy: null }
  const { checked, change } = await services.registersImport.store({ ...asked, isKeepingValidRows: false })
  if (!change) throw new Error(`the registers were not stored: ${JSON.stringify(checked.errors)}`)
  const app = await webApplication(services.house, {
    log: aLog(),
    today: () => caseloadToday,
    startWork: () => undefined,
    door: demoDoor,
  })
  after(() => app.close())
  return {
    app,
    services,
    outbox,
    caseload: services.caseloadOn(() => caseloadToday),
    page: (...parts) => `/authorities/${[demoAuthority.code, ...parts].join('/')}`,
  }
}
