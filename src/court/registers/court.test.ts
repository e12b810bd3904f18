import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judgedFiles } from '../../../test/support/judged.ts'

const PROCEEDINGS = 'proceedings_ref,child,issued_date,concluded_date,guardian_contact_date,handover_date'
const DOCUMENTS = 'proceedings_ref,kind,received_date,sent_to_iro_date'
const HEARINGS = 'proceedings_ref,date,kind'
const sound = [PROCEEDINGS, 'P1,A,2022-03-07,2022-09-04,2022-03-14,2022-09-12']

describe('the registers of the court', () => {
  for (const { what, files, faults } of [
    {
      what: 'proceedings on foot, and ended ones with all that follows',
      files: {
        proceedings: [...sound, 'P2,B,2022-10-03,,,'],
        court_documents: [DOCUMENTS, 'P1,judgment,2022-09-04,2022-09-04'],
        hearings: [HEARINGS, 'P1,2022-03-07,CASE_MANAGEMENT', 'P2,2023-01-10,'],
      },
      faults: [],
    },
    {
      what: 'an end before the issue',
      files: { proceedings: [PROCEEDINGS, 'P1,A,2022-03-07,2022-03-04,,'] },
      faults: ['proceedings.csv 2 concluded_date: is before issued_date, 2022-03-07'],
    },
    {
      what: 'a handover before the end',
      files: { proceedings: [PROCEEDINGS, 'P1,A,2022-03-07,2022-09-04,,2022-09-02'] },
      faults: ['proceedings.csv 2 handover_date: is before concluded_date, 2022-09-04'],
    },
    {
      what: 'a handover with no end',
      files: { proceedings: [PROCEEDINGS, 'P1,A,2022-03-07,,,2022-09-02'] },
      faults: ['proceedings.csv 2 handover_date: is there though the proceedings have no end (concluded_date)'],
    },
    {
      what: 'a guardian in touch before there were proceedings',
      files: { proceedings: [PROCEEDINGS, 'P1,A,2022-03-07,,2022-03-01,'] },
      faults: ['proceedings.csv 2 guardian_contact_date: is before issued_date, 2022-03-07'],
    },
    {
      what: 'a paper passed on before it came, and one of proceedings that nobody knows',
      files: {
        proceedings: sound,
        court_documents: [DOCUMENTS, 'P1,directions,2022-04-05,2022-04-04', 'P9,directions,2022-04-05,'],
      },
      faults: [
        'court_documents.csv 2 sent_to_iro_date: is before received_date, 2022-04-05',
        'court_documents.csv 3 proceedings_ref: is no proceedings that is known here',
      ],
    },
    {
      what: 'a hearing before the proceedings were issued',
      files: { proceedings: sound, hearings: [HEARINGS, 'P1,2022-03-04,FINAL'] },
      faults: ['hearings.csv 2 date: is before the proceedings were issued, on 2022-03-07'],
    },
    {
      what: 'a kind of hearing that there is not',
      files: { proceedings: sound, hearings: [HEARINGS, 'P1,2022-04-04,LAST'] },
      faults: ['hearings.csv 2 kind: is none of CASE_MANAGEMENT, ISSUES_RESOLUTION, FINAL or OTHER'],
    },
  ]) {
    it(`judges ${what}`, async () => {
      assert.deepEqual((await judgedFiles(files)).faults, faults)
    })
  }

  it('judges a hearing that is kept by the proceedings that come later', async () => {
    const { stored } = await judgedFiles({ proceedings: sound, hearings: [HEARINGS, 'P1,2022-03-10,'] })
    const later = await judgedFiles({ proceedings: [PROCEEDINGS, 'P1,A,2022-03-14,2022-09-04,,'] }, { stored })
    assert.deepEqual(later.faults, [
      'proceedings.csv kept date: is before the proceedings were issued, on 2022-03-14, in a row that is kept and was not sent',
    ])
    const alone = await judgedFiles({ hearings: [HEARINGS, 'P1,2022-03-01,'] }, { stored })
    assert.deepEqual(alone.faults, ['hearings.csv 2 date: is before the proceedings were issued, on 2022-03-07'])
  })
})
