import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as z from 'zod'
import { identifier, mandatory, optional, person, reference, text } from './columns.ts'
import { peopleIn, rowsSeen } from './people.ts'
import { type Content, type Register, register, rowKey } from './register.ts'
import { withThoseReferredTo } from './things.ts'

const visits = register({
  name: 'visits',
  summary: 'Each visit.',
  key: ['visit'],
  columns: z.object({ visit: mandatory(identifier('visit', 'The visit')), child: mandatory(person('Whose')) }),
})
const notes = register({
  name: 'notes',
  summary: 'Each note on a visit.',
  key: ['note'],
  columns: z.object({
    note: mandatory(identifier('note', 'The note')),
    visit: optional(reference('visit', 'The visit')),
    words: optional(text('What it says')),
  }),
})
const answers = register({
  name: 'answers',
  summary: 'Each answer to a note.',
  key: ['note', 'by'],
  columns: z.object({ note: mandatory(reference('note', 'The note')), by: mandatory(text('Who answers')) }),
})
const all: readonly Register[] = [visits, notes, answers]

const rowsOf = (one: Register, contents: readonly Content[]) =>
  [one.name, new Map(contents.map((content) => [rowKey(one, content), content]))] as const
const stored = new Map([
  rowsOf(visits, [
    { visit: 'V1', child: 'ANN' },
    { visit: 'V2', child: 'BEN' },
  ]),
  rowsOf(notes, [{ note: 'N1', visit: 'V1' }, { note: 'N2', visit: 'V2' }, { note: 'N3' }]),
  rowsOf(answers, [
    { note: 'N1', by: 'a' },
    { note: 'N2', by: 'a' },
    { note: 'N3', by: 'a' },
  ]),
])

describe('rows that name nobody, but refer to a thing of someone', () => {
  it('are seen by everyone who may see the row that brings it, however far away it is', () => {
    const seen = rowsSeen(all, (child) => child !== 'BEN')(stored)
    assert.deepEqual(
      [...(seen.get('notes')?.values() ?? [])].map(({ note }) => note),
      ['N1', 'N3'],
    )
    assert.deepEqual(
      [...(seen.get('answers')?.values() ?? [])].map(({ note }) => note),
      ['N1', 'N3'],
    )
  })

  it('are the very same while nothing that hides them changes', () => {
    const seen = rowsSeen(all, (child) => child !== 'BEN')
    const again = new Map([...stored, rowsOf(answers, [{ note: 'N1', by: 'b' }])])
    assert.equal(seen(stored).get('notes'), seen(again).get('notes'))
    assert.equal(rowsSeen(all, () => true)(stored).get('answers'), stored.get('answers'))
  })

  it('are about that person, so that the log can say whose rows were taken away', () => {
    assert.deepEqual(withThoseReferredTo([answers], all), [answers, notes, visits])
    assert.deepEqual([...peopleIn([answers], stored, all)].sort(), ['ANN', 'BEN'])
  })
})
