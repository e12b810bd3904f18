import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Content, StoredRows } from '../../registers/register.ts'
import { childNamesIn, nameWithId } from './childNames.ts'

const rowsOf = (rows: readonly Content[]) => new Map(rows.map((row, at) => [String(at), row]))
const registersOf = (children: readonly Content[], contacts: readonly Content[]): StoredRows =>
  new Map([
    ['children', rowsOf(children)],
    ['contacts', rowsOf(contacts)],
  ])
const contact = (child: string, name: string, more: Content = {}): Content => ({
  child,
  contact_ref: `${name} of ${child}`,
  role: 'CHILD',
  name,
  ...more,
})

describe('the name of a child', () => {
  test('is the one in the register of children', () => {
    const names = childNamesIn(
      registersOf([{ child: 'A', known_as: 'Wilf', family_name: 'Bexley' }], [contact('A', 'Wilfred Bexley-Moss')]),
    )
    assert.equal(nameWithId(names, 'A'), 'Wilf Bexley, A')
    assert.deepEqual(names.get('A')?.all, ['Wilf Bexley', 'Wilfred Bexley-Moss'])
  })
  test('is the first name where there is no family name', () => {
    assert.equal(nameWithId(childNamesIn(registersOf([{ child: 'A', known_as: 'Wilf' }], [])), 'A'), 'Wilf, A')
  })
  test('is that of the child’s own contact where there is no row, and of nobody else', () => {
    const mother = contact('B', 'Mum Bexley', { role: 'MOTHER' })
    const names = childNamesIn(registersOf([], [contact('A', 'Wilf Bexley'), mother]))
    assert.equal(nameWithId(names, 'A'), 'Wilf Bexley, A')
    assert.equal(nameWithId(names, 'B'), 'B')
  })
  test('is that of the contact who is still asked, before one that has ended', () => {
    const names = childNamesIn(
      registersOf([], [contact('A', 'Old Name', { until: '2022-01-01' }), contact('A', 'Wilf Bexley')]),
    )
    assert.equal(names.get('A')?.full, 'Wilf Bexley')
  })
})
