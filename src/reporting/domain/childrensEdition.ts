import { wordsSetting } from '../../children/settings.ts'
import type { Block, ChartBlock } from '../../documents/block.ts'
import { type WrittenSection, numberedSections } from '../../documents/document.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { formulas, readingAges } from '../../recording/domain/texts/readingAge.ts'
import { areAllShown, breakdownChart } from './charts.ts'
import { type Shown, valued } from './measure.ts'
import { paragraph, snapshotDay } from './phrases.ts'
import { AGES, HOMES, type PlainLabels, plainShare, relabelled } from './plainWords.ts'
import type { Report } from './report.ts'
import type { ReportYear } from './reportYear.ts'
import { agreeing, countText, numberText, type shareSentence } from './sentences.ts'

/**
 * The report in plain words for the children whom it is about: the figures of the public edition, fewer of them. Its
 * sentences are short, and its reading age stands on its first page.
 */
export function writeChildrensReport(year: ReportYear, madeOn: PlainDate): Report {
  const written = sectionsOf(year).filter(({ blocks }) => blocks.length > 0)
  const sections = written.map((section, index) => ({ ...section, number: String(index + 1) }))
  const { children } = wordsSetting.of(year.settings)
  return {
    authority: year.authority,
    year: year.now.name,
    title: `Your reviews in ${year.now.name}`,
    subtitle: `A report for children and young people in the care of ${year.authority.name}`,
    issuer: year.authority.name,
    subject: `${year.authority.name}, ${children}, ${year.now.name}`,
    front: [
      {
        label: 'What it tells',
        text: `what happened from ${longDate(year.now.firstDay)} to ${longDate(year.now.asAt)}`,
      },
      { label: 'Made on', text: longDate(madeOn) },
      { label: 'Reading age', text: ageText(sections) },
      { label: 'Small numbers', text: 'left out, so that nobody can be known by them' },
    ],
    sections: numberedSections(sections),
    closing: 'Made with Footprint. The same numbers stand in the report for grown-ups.',
    isLong: true,
    madeOn,
  }
}

/** `about 9 years (Flesch–Kincaid)`, of all its sentences. */
function ageText(sections: readonly WrittenSection[]): string {
  const texts = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text]
      return block.kind === 'list' ? block.items : []
    }),
  )
  const [first] = readingAges(texts.join(' '))
  return first ? `about ${Math.round(first.age)} years (${formulas[first.formula]})` : 'not known'
}

type Plain = Omit<WrittenSection, 'number'>

const sectionsOf = (year: ReportYear): Plain[] => [
  { id: 'hello', title: 'Hello', blocks: hello },
  { id: 'how_many', title: 'How many of you there are', blocks: howMany(year) },
  { id: 'your_reviews', title: 'Your reviews', blocks: reviews(year) },
  { id: 'your_say', title: 'Your say', blocks: say(year) },
  { id: 'where_you_live', title: 'Where you live', blocks: homes(year) },
  { id: 'keeping_well', title: 'Health and school', blocks: keepingWell(year) },
  { id: 'talk_to_us', title: 'If you want to talk', blocks: talk },
]

const hello: Block[] = [
  {
    kind: 'paragraph',
    text: 'Each child in care has a person called an IRO. This is short for Independent Reviewing Officer. Your IRO runs your reviews. They check that your plan is right for you. They make sure that you are heard.',
  },
  {
    kind: 'paragraph',
    text: 'Once a year the IROs write down how it went. This is that report, in short. The numbers are the same as in the long one.',
  },
]

const talk: Block[] = [
  { kind: 'paragraph', text: 'You can talk to your IRO at any time. You do not have to wait for a review.' },
  {
    kind: 'list',
    items: [
      'You can ask for an advocate. An advocate helps you to say what you want.',
      'You can tell us if you are not happy. This is called a complaint. We must listen.',
      'You can ask anyone you trust to help you read this.',
    ],
  },
]

/** `There were 69 children in our care on 31 March 2023.`, where the number may be shown. */
function howMany(year: ReportYear): Block[] {
  const count = shown(year, 'cla.count')
  const started = shown(year, 'cla.started')
  const ceased = shown(year, 'cla.ceased')
  const people = (number: number) => (number === 0 ? 'no children' : countText(number, 'child', 'children'))
  return [
    ...paragraph(
      count === null ? '' : `There ${agreeing(count, 'was', 'were')} ${people(count)} in our care on ${snapshotDay(year.now)}.`, // prettier-ignore
      started === null ? '' : `${inTheYear(year)} ${people(started)} came into care.`,
      ceased === null ? '' : `${inTheYear(year)} ${people(ceased)} left care.`,
    ),
    ...picture(year, 'cla.by_age', `How old you are, ${snapshotDay(year.now)}`, 'Age', AGES),
  ]
}

/** Bars of a figure's groups in this year; where some are left out, why they add up to less than the whole. */
function picture(year: ReportYear, id: string, title: string, heading: string, words: PlainLabels): Block[] {
  const chart = breakdownChart(relabelled(year, id, words), id, title, heading)
  const measure = valued(year.now, id)
  if (!chart || !measure) return []
  const isWhole = measure.value === 'c' || areAllShown(measure)
  return [
    chart,
    ...paragraph(
      isWhole
        ? ''
        : `Some groups are left out of the picture, so that nobody in a small group can be known. So its numbers add up to less than ${numberText(measure.value)}.`,
    ),
  ]
}

const inTheYear = ({ isWholeYear }: ReportYear): string => (isWholeYear ? 'In the year' : 'So far in the year')

/** Fewer than this make no picture: one child more or less would change it. */
const FEWEST_PICTURED = 10

/** Ten people in a row for each share that may be shown, in the words of children. */
function people(year: ReportYear, title: string, shares: readonly { id: string; label: string }[]): Block[] {
  const drawn = shares.flatMap(({ id, label }) => {
    const measure = valued(year.now, id)
    const isEnough = typeof measure?.denominator === 'number' && measure.denominator >= FEWEST_PICTURED
    return typeof measure?.value === 'number' && isEnough ? [{ label, value: measure.value }] : []
  })
  if (drawn.length === 0) return []
  const picture: ChartBlock = {
    kind: 'chart',
    shape: 'people',
    title: `${title}, ${year.now.span}`,
    description: 'Ten people stand in each row. Each one stands for one in ten. The filled ones are a yes.',
    categoryHeading: 'What',
    categories: drawn.map(({ label }) => label),
    series: [{ label: year.now.span, values: drawn.map(({ value }) => value) }],
    unit: 'percent',
  }
  return [picture]
}

function reviews(year: ReportYear): Block[] {
  const held = shown(year, 'reviews.held')
  return [
    ...reviewsText(year, held),
    ...people(year, 'Your reviews', [{ id: 'reviews.on_time', label: 'The review was in time' }]),
  ]
}

function reviewsText(year: ReportYear, held: number | null): Block[] {
  return paragraph(
    'A review is a meeting about your plan. It has to be held in time.',
    held === null ? '' : `${inTheYear(year)} we held ${held === 0 ? 'no reviews' : countText(held, 'review')}.`,
    told(year, 'reviews.on_time', (amount, agree) => `${amount} ${agree('was', 'were')} held in time.`),
    told(year, 'reviews.rearranged', (amount, agree) => `${amount} ${agree('was', 'were')} moved to a new day.`),
  )
}

function say(year: ReportYear): Block[] {
  return [
    ...paragraph(
      'It is your review. You can come. You can say what you think, or have it told for you.',
      told(year, 'reviews.participated', (amount) => `In ${amount} the child had a say. These are reviews of children who are 4 or older.`), // prettier-ignore
      told(year, 'reviews.attended', (amount) => `The child came to ${amount}.`),
      told(year, 'reviews.child_chaired', (amount) => `The child ran all or part of ${amount}.`),
    ),
    ...people(year, 'Having a say', [
      { id: 'reviews.participated', label: 'You had a say' },
      { id: 'reviews.attended', label: 'You came to the review' },
    ]),
  ]
}

const CHILDREN = ['child', 'children'] as const

function homes(year: ReportYear): Block[] {
  const moved = valued(year.now, 'cla.three_plus_placements')
  const stayed = valued(year.now, 'cla.same_placement_2y')
  return [
    ...paragraph(
      moved ? plainShare(moved, CHILDREN, (amount) => `${amount} lived in three homes or more in the year.`) : '',
      stayed
        ? plainShare(stayed, CHILDREN, (amount, agree) => `Of those in care for a long time, ${amount} ${agree('has', 'have')} lived in one home for two years or more.`) // prettier-ignore
        : '',
    ),
    ...picture(year, 'cla.by_placement_group', `The kinds of home, ${snapshotDay(year.now)}`, 'Kind of home', HOMES),
  ]
}

function keepingWell(year: ReportYear): Block[] {
  const line = (id: string, sentence: (amount: string) => string): string => {
    const measure = valued(year.now, id)
    return measure ? plainShare(measure, CHILDREN, sentence) : ''
  }
  const sentences = [
    line('health.assessment_current', (amount) => `${amount} had a health check in the year.`),
    line('health.dental_current', (amount) => `${amount} went to the dentist.`),
    line('education.pep_current', (amount) => `${amount} of school age had a school plan this term.`),
  ]
  if (sentences.every((sentence) => sentence === '')) return []
  return [
    ...paragraph(...sentences),
    ...people(year, 'Keeping well', [
      { id: 'health.assessment_current', label: 'Had a health check' },
      { id: 'health.dental_current', label: 'Went to the dentist' },
      { id: 'education.pep_current', label: 'Had a school plan' },
    ]),
  ]
}

/** A number that may be shown; null where there is none, or it is hidden. */
function shown(year: ReportYear, id: string): number | null {
  const value: Shown | null = valued(year.now, id)?.value ?? null
  return value === 'c' ? null : value
}

const told = (year: ReportYear, id: string, sentence: Parameters<typeof shareSentence>[2]): string => {
  const measure = valued(year.now, id)
  return measure ? plainShare(measure, ['review', 'reviews'], sentence) : ''
}
