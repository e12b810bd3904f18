import { randomOf } from '../../src/synthetic/domain/random.ts'

/** A made-up report of which everything holds, and the mistakes that can be planted in it, one at a time. */
export interface PlantedReport {
  text: string
  /** Each with its kind, what stands in the true report, and what to put there. */
  plants: readonly { kinds: readonly string[]; find: string; put: string }[]
}

const percent = (part: number, whole: number, decimals = 0): string => {
  const factor = 10 ** decimals
  return `${(Math.floor((part / whole) * 100 * factor + 0.5) / factor).toFixed(decimals)}%`
}
const grouped = (value: number): string => value.toLocaleString('en-GB')
/** The number with its last two digits, or its last and what is before it, the other way round; another where that is the same. */
function slipped(value: number): number {
  const [tens, ones] = [Math.floor(value / 10) % 10, value % 10]
  const turned = value - tens * 10 - ones + ones * 10 + tens
  return turned === value || Math.abs(turned - value) < 9 ? value + 20 : turned
}

/** A report about a made-up service, the same for the same seed. Numbers, names and some of the wording differ by seed. */
export function plantedReport(seed: number): PlantedReport {
  const { between, oneOf } = randomOf(seed)
  const start = between(2016, 2024)
  const [year, nextYear, last] = [
    `${start}-${(start + 1) % 100}`,
    `${start + 1}-${(start + 2) % 100}`,
    `${start - 1}-${start % 100}`,
  ]
  const ages = [between(12, 40), between(40, 90), between(60, 130), between(120, 260), between(70, 160)] as const
  const children = ages.reduce((sum, one) => sum + one, 0)
  const before = children - between(8, 40)
  const boys = Math.floor(children * 0.54) + between(0, 6)
  const reviews = Math.floor(children * 2.6) + between(1, 40)
  const late = between(31, 90)
  const inTime = reviews - late
  const [informal, formal, themed] = [between(20, 60), between(11, 19), between(5, 9)]
  const raised = informal + formal + themed
  const raisedBefore = raised - between(6, 12)
  const older = Math.floor(reviews * 0.83)
  const attended = Math.floor(older * 0.66) + between(0, 20)
  const [was, is] = [between(78, 84), between(88, 93)]
  const population = Math.round((children / between(60, 90)) * 100) * 100
  const rate = ((children / population) * 10_000).toFixed(1)
  const bands = ['Under 1', '1 to 4', '5 to 9', '10 to 15', '16 and over']
  const rows = bands.map((band, at) => `${band}\t${ages[at] ?? 0}\t${percent(ages[at] ?? 0, children, 1)}`)
  const chaired = oneOf(['chaired', 'held', 'undertook'])
  const rose = oneOf(['an increase of', 'a rise of'])
  const growth = percent(children - before, before, 1)
  const reviewsSentence = `IROs ${chaired} ${grouped(reviews)} reviews in the year. ${grouped(inTime)} (${percent(inTime, reviews)}) were held within timescale and ${late} were late.`
  const childrenSentence = `On 31 March ${start + 1} there were ${children} children looked after, ${rose} ${children - before} (${growth}) from ${before} a year before.`
  const genderSentence = `Of the ${children} children, ${boys} (${percent(boys, children)}) were boys and ${children - boys} (${percent(children - boys, children)}) were girls.`
  const raisedSentence = `The service raised ${raised} challenges: ${informal} informal, ${formal} formal and ${themed} themed.`
  const moreSentence = `That is ${raised - raisedBefore} more than the ${raisedBefore} of ${last}.`
  const attendedSentence = `Of ${grouped(older)} reviews of children aged four and over, the child attended ${grouped(attended)} (${percent(attended, older)}).`
  const healthSentence = `Up-to-date health assessments rose from ${was}% to ${is}%, a rise of ${is - was} percentage points.`
  const rateSentence = `The rate was ${rate} per 10,000 children, in a population of ${grouped(population)} under 18.`
  const lawSentence =
    'The duties are in section 25B of the Children Act 1989 and in the Care Planning, Placement and Case Review (England) Regulations 2010.'
  const dateSentence = `The board read this report on ${between(2, 27)} June ${start + 1}.`
  const tableSentence = `Table 1 shows children by age.`
  const text = [
    `Independent Reviewing Service Annual Report ${year}`,
    `This report covers the period 1 April ${start} to 31 March ${start + 1}.`,
    '1 Summary', childrenSentence, genderSentence, rateSentence,
    '2 The law', lawSentence, dateSentence,
    '3 Children', tableSentence,
    [`Table 1: Children looked after by age, 31 March ${start + 1}`, 'Age\tNumber\tShare', ...rows, `Total\t${children}\t100%`].join('\n'),
    '4 Reviews', reviewsSentence, attendedSentence, healthSentence,
    '5 Challenge', `${raisedSentence} ${moreSentence}`,
    `6 Priorities for ${nextYear}`, 'We will write to every child within five working days.',
    'Appendix A: Structure', 'The structure of the service is in Appendix A.',
  ].join('\n\n') // prettier-ignore
  const [third = ''] = rows.slice(3)
  const day = /\d+ June/.exec(dateSentence)?.[0] ?? ''
  const plant = (kinds: readonly string[], sentence: string, from: string, to: string) => ({
    kinds,
    find: sentence,
    put: sentence.replace(from, to),
  })
  const plants = [
    plant(['growth'], childrenSentence, `(${growth})`, `(${percent(children - before + 12, before, 1)})`),
    plant(['growth', 'text-table', 'text-text'], childrenSentence, `were ${children} `, `were ${slipped(children)} `),
    plant(['percentage'], genderSentence, percent(boys, children), percent(boys + Math.ceil(children / 12), children)),
    plant(['sum', 'percentage'], genderSentence, `${children - boys} (`, `${children - boys + 20} (`),
    plant(['rate-count'], rateSentence, rate, (Number(rate) + 8).toFixed(1)),
    plant(['statute'], lawSentence, 'Children Act 1989', 'Children Act 1998'),
    plant(['statute'], lawSentence, 'Regulations 2010', 'Regulations 2013'),
    plant(['date'], dateSentence, day, '31 June'),
    plant(['reference'], tableSentence, 'Table 1', 'Table 8'),
    plant(['sum', 'percentage'], third, `\t${ages[3]}\t`, `\t${slipped(ages[3])}\t`),
    plant(['percentage'], third, percent(ages[3], children, 1), percent(ages[3] + 30, children, 1)),
    plant(['overlap'], rows[2] ?? '', '5 to 9', '4 to 9'),
    plant(
      ['percentage'],
      reviewsSentence,
      percent(inTime, reviews),
      percent(inTime - Math.ceil(reviews / 20), reviews),
    ),
    plant(['sum'], reviewsSentence, `${late} were late`, `${late + 11} were late`),
    plant(
      ['percentage', 'base'],
      attendedSentence,
      percent(attended, older),
      percent(attended + Math.ceil(older / 9), older),
    ),
    plant(['growth'], healthSentence, `rise of ${is - was} percentage`, `rise of ${is - was + 4} percentage`),
    plant(['growth'], healthSentence, `from ${was}% to ${is}%`, `from ${is}% to ${was}%`),
    plant(['unit'], healthSentence, `${is - was} percentage points`, `${is - was}%`),
    plant(['sum'], raisedSentence, `${formal} formal`, `${formal + 3} formal`),
    plant(['reference'], 'is in Appendix A.', 'Appendix A', 'Appendix E'),
    plant(['personal-data'], 'We will write to every child', 'every child', 'Ethan, 12, and every other child'),
    plant(['small-cell'], rows[0] ?? '', `\t${ages[0]}\t`, '\t3\t'),
  ]
  return { text, plants }
}
