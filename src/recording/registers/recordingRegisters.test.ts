import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allRegisters } from '../../main/rooms.ts'
import { judge } from '../../registers/incoming/judge.ts'
import { type Content, rowKey } from '../../registers/register.ts'
import { headingsSetting } from '../settings.ts'

const REVIEWS = [
  'review_ref,child,kind,status,held_date',
  'R1,CHILD1,CLA,HELD,2023-06-06',
  'R2,CHILD1,CLA,HELD,2023-12-05',
  'R9,CHILD2,CLA,HELD,2023-06-06',
]

/** What is wrong with these files: file, row, column, value, reason. */
function faultsOf(
  files: Record<string, readonly string[]>,
  settings = {},
  stored: Readonly<Record<string, readonly Content[]>> = {},
) {
  const tables = Object.entries({ reviews: REVIEWS, ...files }).map(([name, [head = '', ...lines]]) => {
    const register = allRegisters.find((one) => one.name === name)
    assert.ok(register, name)
    const rows = lines.map((line, at) => ({ row: at + 2, cells: line.split(',') }))
    return { register, file: `${name}.csv`, columns: head.split(','), rows }
  })
  const outside = new Map([['child', new Set(['CHILD1', 'CHILD2'])]])
  const rows = new Map(
    allRegisters.map((one) => [one.name, new Map((stored[one.name] ?? []).map((row) => [rowKey(one, row), row]))]),
  )
  const kept = { registers: allRegisters, stored: rows, outside, maySee: () => true, settings }
  return judge({ tables, unread: [] }, kept).faults.map(({ file, row, column, value }) => [file, row, column, value])
}

const DECISIONS =
  'review_ref,number,text,responsible,due_date,for_child,why_not_for_child,outcome,looked_at_in,completed_date,carried_from'

describe('decisions', () => {
  for (const [what, row, faults] of [
    ['right', 'R1,1,See a dentist,SW,2023-09-01,,,,,,', []],
    ['of an unknown review', 'R7,1,See a dentist,SW,,,,,,,', [['review_ref', 'R7']]],
    ['without whose it is', 'R1,1,See a dentist,,,,,,,,', [['responsible', '']]],
    ['without text', 'R1,1,,SW,,,,,,,', [['text', '']]],
    ['numbered 0', 'R1,0,See a dentist,SW,,,,,,,', [['number', '0']]],
    ['not for the child, without why', 'R1,1,See a dentist,SW,,N,,,,,', [['why_not_for_child', '']]],
    ['not for the child, with why', 'R1,1,See a dentist,SW,,N,About a parent,,,,', []],
    ['judged nowhere', 'R1,1,See a dentist,SW,,,,NOT_DONE,,,', [['looked_at_in', '']]],
    ['done on a day, judged nowhere', 'R1,1,See a dentist,SW,,,,DONE,,2023-09-01,', []],
    ['judged at a later review', 'R1,1,See a dentist,SW,,,,PART_DONE,R2,,', []],
    ['judged at another child’s review', 'R1,1,See a dentist,SW,,,,DONE,R9,,', [['looked_at_in', 'R9']]],
    ['with an outcome that is none', 'R1,1,See a dentist,SW,,,,MAYBE,R2,,', [['outcome', 'MAYBE']]],
    ['going on with nothing', 'R2,1,See a dentist,SW,,,,,,,R1/4', [['carried_from', 'R1/4']]],
    ['going on with what is no decision', 'R2,1,See a dentist,SW,,,,,,,R1', [['carried_from', 'R1']]],
    ['going on with itself', 'R2,1,See a dentist,SW,,,,,,,R2/1', [['carried_from', 'R2/1']]],
  ] as const) {
    test(what, () => {
      const expected = faults.map(([column, value]) => ['recommendations.csv', 2, column, value])
      assert.deepEqual(faultsOf({ recommendations: [DECISIONS, row] }), expected)
    })
  }

  test('one goes on with another of the same file', () => {
    const rows = [DECISIONS, 'R1,1,See a dentist,SW,,,,NOT_DONE,R2,,', 'R2,1,See a dentist,SW,,,,,,,R1/1']
    assert.deepEqual(faultsOf({ recommendations: rows }), [])
  })
})

describe('records', () => {
  const head = 'review_ref,heading,text,withheld_from,why_withheld'
  for (const [what, row, faults] of [
    ['right', 'R1,health,She is well,PARENT;CARER,Her wish', []],
    ['of an unknown review', 'R7,health,She is well,,', [['review_ref', 'R7']]],
    ['under a heading that the authority has not', 'R1,weather,Sunny,,', [['heading', 'weather']]],
    ['withheld from nobody that is known', 'R1,health,She is well,NEIGHBOUR,', [['withheld_from', 'NEIGHBOUR']]],
    ['blank', 'R1,health,,,', [['text', '']]],
  ] as const) {
    test(what, () => {
      const expected = faults.map(([column, value]) => ['record_sections.csv', 2, column, value])
      assert.deepEqual(faultsOf({ record_sections: [head, row] }), expected)
    })
  }

  test('the headings are the authority’s', () => {
    const settings = headingsSetting.as(['weather: The weather'])
    assert.deepEqual(faultsOf({ record_sections: [head, 'R1,weather,Sunny,,'] }, settings), [])
    assert.equal(faultsOf({ record_sections: [head, 'R1,health,She is well,,'] }, settings).length, 1)
  })

  test('a heading that the authority dropped: what is kept under it stays and hinders nothing, and nothing new comes in', () => {
    const settings = headingsSetting.as(['weather: The weather'])
    const kept = { record_sections: [{ review_ref: 'R1', heading: 'health', text: 'She is well' }] }
    const become = (...rows: string[]) =>
      faultsOf({ record_sections: ['review_ref,heading,text', ...rows] }, settings, kept)
    assert.deepEqual(become('R1,weather,Sunny'), [])
    assert.deepEqual(become('R1,health,She is well', 'R2,weather,Rain'), [], 'a file that was exported comes back')
    assert.deepEqual(become('R1,health,She is ill'), [['record_sections.csv', 2, 'heading', 'health']])
    assert.deepEqual(become('R2,health,She is well'), [['record_sections.csv', 2, 'heading', 'health']])
  })
})

describe('who was sent what', () => {
  const head = 'review_ref,document,recipient,sent_date,medium,left_out,why_left_out'
  for (const [what, row, faults] of [
    ['right', 'R1,RECORD,mother,2023-07-01,POST,health,Her wish', []],
    ['of an unknown review', 'R7,RECORD,mother,2023-07-01,,,', [['review_ref', 'R7']]],
    ['what is no document', 'R1,POSTCARD,mother,2023-07-01,,,', [['document', 'POSTCARD']]],
    ['to nobody', 'R1,RECORD,,2023-07-01,,,', [['recipient', '']]],
    ['on no day', 'R1,RECORD,mother,soon,,,', [['sent_date', 'soon']]],
    ['in no known way', 'R1,RECORD,mother,2023-07-01,PIGEON,,', [['medium', 'PIGEON']]],
  ] as const) {
    test(what, () => {
      const expected = faults.map(([column, value]) => ['distributions.csv', 2, column, value])
      assert.deepEqual(faultsOf({ distributions: [head, row] }), expected)
    })
  }
})
