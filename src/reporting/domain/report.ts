import { inOwnWords } from '../../children/domain/ownWords.ts'
import { wordsSetting } from '../../children/settings.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import type { Block, OwnWords } from '../../documents/block.ts'
import { type Written, type WrittenSection, numberedSections } from '../../documents/document.ts'
import type { Section } from './section.ts'
import { blocksInOwnWords } from './ownWords.ts'
import { withFigures } from './inserted.ts'
import { paragraph } from './phrases.ts'
import type { ReportYear } from './reportYear.ts'
import type { ReportPart } from '../../house/reportPart.ts'
import { appendices, sectionsOf } from './sections/all.ts'

/** A report, written and numbered, ready for any format. */
export interface Report extends Written {
  authority: { code: string; name: string }
  /** `2022-23`. */
  year: string
}

/** The service's own words by section id. */
export type WordsBySection = ReadonlyMap<string, string>

/** Writes the year's report, with the sections of rooms. The same year, words and day always give the same report. */
export function writeReport(
  year: ReportYear,
  words: WordsBySection,
  madeOn: PlainDate,
  parts: readonly ReportPart[] = [],
): Report {
  const sections = sectionsOf(parts).filter(
    (section) => section.isLeftOutWhenEmpty !== true || section.write(year).length > 0,
  )
  const written = (section: Section, number: string): WrittenSection => ({
    id: section.id,
    number,
    title: inOwnWords(section.title, year.settings),
    blocks: blocksOf(section, year, words),
  })
  return {
    authority: year.authority,
    year: year.now.name,
    title: `Independent Reviewing Service annual report ${year.now.name}`,
    subtitle: `${year.authority.name}: ${wordsSetting.of(year.settings).children}`,
    issuer: year.authority.name,
    subject: `${year.authority.name}, ${year.now.name}`,
    front: frontOf(year, words, madeOn, sections),
    sections: numberedSections([
      ...sections.map((section, index) => written(section, String(index + 1))),
      ...appendices.map((section, index) => written(section, String.fromCharCode(65 + index))),
    ]),
    closing: `Made with Footprint from the SSDA903 return${year.hasRegisters ? ' and the service’s registers' : ''}.`,
    isLong: true,
    madeOn,
  }
}

function blocksOf(section: Section, year: ReportYear, words: WordsBySection): Block[] {
  const written = section.write(year).map(withoutHiddenTable)
  const blocks = written.length > 0 ? written : paragraph(NOTHING_TO_SHOW)
  if (section.prompt !== null) blocks.push(ownWords(section.id, section.prompt, words, year))
  return blocksInOwnWords(blocks, year.settings)
}

/** A table of which every number is hidden, as a sentence: a page of marks tells nobody anything. */
function withoutHiddenTable(block: Block): Block {
  if (block.kind !== 'table') return block
  const texts = block.rows.flatMap(({ cells }) => cells.map(({ text }) => text))
  const isHidden = texts.includes('c') && texts.every((text) => text === 'c' || text === '–')
  return isHidden ? { kind: 'paragraph', text: `${block.caption}: ${HIDDEN}` } : block
}

const HIDDEN = 'no number is shown, since each is small or would give a small one away.'

const NOTHING_TO_SHOW = 'Nothing is shown here: there are too few children to divide, or no figure could be worked out.'

function ownWords(section: string, prompt: string, words: WordsBySection, year: ReportYear): OwnWords {
  const written = words.get(section)
  const text = written === undefined ? null : withFigures(written, year)
  return { kind: 'own_words', section, text, prompt, writer: 'the service' }
}

function frontOf(
  year: ReportYear,
  words: WordsBySection,
  madeOn: PlainDate,
  sections: readonly Section[],
): Report['front'] {
  const places = [...sections, ...appendices].filter((section) => section.prompt !== null)
  const unwritten = places.filter((section) => !words.has(section.id))
  const { firstDay, asAt } = year.now
  const wordsStand =
    unwritten.length === 0
      ? 'in every place for them'
      : `still to come in ${unwritten.length} of ${places.length} places`
  return [
    { label: 'Authority', text: `${year.authority.name} (${year.authority.code})` },
    {
      label: 'Period',
      text: `${longDate(firstDay)} to ${longDate(asAt)}${year.isWholeYear ? '' : ' (the year is not over)'}`,
    },
    { label: 'Figures as at', text: longDate(asAt) },
    {
      label: 'Made from',
      text: `the authority’s SSDA903 return ${year.hasRegisters ? 'and the service’s own registers' : 'alone'}`,
    },
    ...year.returns.map((used) => ({
      label: `Return for ${used.year}`,
      text: `read on ${longDate(used.readOn)}`,
    })),
    { label: 'Report made on', text: longDate(madeOn) },
    {
      label: 'For whom',
      text: year.areSmallNumbersHidden
        ? 'everyone: the public, children and their families, partners'
        : 'the corporate parenting board, the director of children’s services, and those who manage and lead services for children here',
    },
    {
      label: 'Small numbers',
      text: year.areSmallNumbersHidden
        ? 'numbers from 1 to 5 hidden, shown as c'
        : 'shown, so this report is for use within the authority and not for publication',
    },
    ...(year.steps.length === 0
      ? [
          {
            label: 'State',
            text: `${unwritten.length === 0 ? 'complete' : 'draft'}: the service’s own words are ${wordsStand}`,
          },
        ]
      : [
          { label: 'Review and sign-off', text: year.steps.join('; ') },
          // What is signed off is no draft, whatever is written in it.
          { label: 'The service’s own words', text: wordsStand },
        ]),
  ]
}
