import type { Cell, Table } from '../../../documents/block.ts'
import type { WrittenSection } from '../../../documents/document.ts'
import { longDate } from '../../../kernel/dates.ts'
import { type Decision, outcomes } from '../../registers/recommendations.ts'
import { isForChild } from '../decisions.ts'
import type { Reader } from '../record.ts'
import { isKeptFrom, toldInLetter } from './letter.ts'
import type { ReviewWritten } from './reviewWritten.ts'

/**
 * The decisions that a reader is told of. The child reads those for the child in the words for the child, counted anew, so
 * that no gap tells of another. Nobody reads a decision that quotes what is withheld from them.
 */
function decisionsTold(written: ReviewWritten, all: readonly Decision[], reader: Reader): Told[] {
  if (reader !== 'child')
    return all
      .filter(({ text, responsible }) => !isKeptFrom(written, `${text}\n${responsible}`, reader))
      .map((decision) => ({ decision, name: String(decision.number), words: decision.text }))
  return all
    .filter(isForChild)
    .flatMap((decision) => {
      const words = toldInLetter(decision)
      return words === null ? [] : [{ decision, words }]
    })
    .map((told, at) => ({ ...told, name: String(at + 1) }))
}

interface Told {
  decision: Decision
  name: string
  words: string
}

/** The decisions, and what became of earlier ones. */
export function decisionSections(written: ReviewWritten, reader: Reader): WrittenSection[] {
  const now = decisionsTold(written, written.decisions, reader)
  const before = decisionsTold(written, written.lookedAt, reader)
  const none = reader === 'child' ? 'There are no new things on your list this time.' : 'The review made no decisions.'
  const own: WrittenSection = {
    id: 'decisions',
    number: '',
    title: 'Decisions',
    blocks: now.length === 0 ? [{ kind: 'paragraph', text: none }] : [decisionsTable(now)],
  }
  if (before.length === 0) return [own]
  const looked =
    reader === 'child'
      ? before
      : before.map((told) => ({ ...told, name: `${told.decision.reviewRef}/${told.decision.number}` }))
  return [own, { id: 'earlier_decisions', number: '', title: 'Earlier decisions looked at', blocks: [outcomesTable(looked, reader)] }] // prettier-ignore
}

const cell = (text: string): Cell => ({ text, isNumber: false, from: null })

const decisionsTable = (told: readonly Told[]): Table => ({
  kind: 'table',
  caption: 'What is to be done, by whom and by when',
  headings: ['Number', 'What', 'Who', 'By when'],
  rows: told.map(({ decision, name, words }) => ({
    heading: name,
    cells: [
      cell(decision.urgent ? `Urgent: ${words}` : words),
      cell(decision.responsible),
      cell(decision.dueOn ? longDate(decision.dueOn) : 'no date'),
    ],
    isTotal: false,
  })),
  notes: [],
})

const outcomesTable = (told: readonly Told[], reader: Reader): Table => ({
  kind: 'table',
  caption: 'What became of decisions of earlier reviews',
  headings: [reader === 'child' ? 'Number' : 'Review and number', 'What', 'Outcome'],
  rows: told.map(({ decision, name, words }) => ({
    heading: name,
    cells: [cell(words), cell(decision.outcome ? outcomes[decision.outcome] : 'not recorded')],
    isTotal: false,
  })),
  notes: [],
})
