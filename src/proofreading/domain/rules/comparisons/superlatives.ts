import type { Located } from '../../finding.ts'
import { type Grid, type GridRow, isTotalLabel } from '../../grid.ts'
import { type Asked, linesOfColumns, linesOfRows, sharesOf } from '../../sharesCompared.ts'
import { columnOfYear, gridsNear, namedBy, namesOf, partsOf, yearNamed } from '../../near.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { startOf } from '../../words/facts.ts'
import { seriesOf } from '../../words/series.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type Token, labelIn, tokensIn } from '../../words/tokens.ts'

/** What is said to be the largest or the smallest of a table or of a series, and is not. */
export const superlatives: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index) => checked(studied, sentence, context.slice(0, index))),
  )

interface Claim {
  words: string
  isHigh: boolean
  /** 1 for the largest, 2 for the second largest. */
  rank: number
  /** `the lowest share on time`: no number is compared, but what part each is of its own whole; `of reviews` may be either. */
  shares: 'only' | 'also' | null
  /** The words of the clause that may name what it is said of. */
  tokens: readonly Token[]
}

const SUPERLATIVE =
  /\b(?:(second|third)[- ](?:most |least )?)?(largest|biggest|greatest|highest|commonest|busiest|most (?:common|frequent|numerous)|(?:raised|cited|given|recorded|named|mentioned|used|reported|chosen|seen) most (?:frequently|often|commonly)|most (?:frequently|often|commonly) (?:raised|cited|given|recorded|named|mentioned|used|reported|chosen|seen)|best|strongest|smallest|lowest|fewest|quietest|weakest|worst|least (?:common|frequent|frequently|often)|(?:saw|had|with|were|raised|held) the most|the most (?:were|was)\b)/i
const LOW = /^(?:smallest|lowest|fewest|quietest|weakest|worst|least)/i
const OF_SHARES =
  /\b(?:largest|biggest|greatest|highest|best|strongest|smallest|lowest|weakest|worst) (?:share|proportion|percentage|rate)s?\b( of\b)?|\b(?:share|proportion|percentage|rate)s?\b( of\b)?[^.;,]*\b(?:was|were|is|are) (?:the |at its |at their )?(?:best|highest|lowest|worst)\b/i
const GOOD_OR_BAD = /^(?:best|worst|weakest|strongest)$/i
const OF_BAD = /\b(?:late|overdue|missed|missing|absent|absence|delay(?:s|ed)?|incomplete|vacan\w+|not|without)\b/i
/** What is good or bad, and what is measured by shares alone: `timeliness was best in …`. */
const OF_QUALITY = /\b(?:best|worst|weakest|strongest)\b|\b(?:timeliness|punctuality|performance|compliance)\b/i
/** A share told of what is named: `6 of 8`, `75%`. */
const HAS_SHARE =
  /\d\s?(?:%|per\s?cent)|\b(?:\d+|[a-z]+) (?:out )?of (?:its |the |their |all )*(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b/i
/** `The largest share of challenges` is that with the most of them, or of its own; `the highest share in time` is of its own. */
function sharesIn(clause: string): Claim['shares'] {
  const match = OF_SHARES.exec(clause)
  if (match) return match.slice(1).some(Boolean) ? 'also' : 'only'
  return OF_QUALITY.test(clause) ? 'only' : HAS_SHARE.test(clause) ? 'also' : null
}
/** `Of the months with 10 reviews or more`: only some of the table are compared. */
const OF_SOME =
  /\b(?:of|among|amongst|in|for) (?:all |the |those |our )*(?:[a-z]+ ){1,4}?(?:with|that|which|where|having)\b[^,;.]*?\b(\d+)(?: [a-z]+){0,3} or more\b/i

/** What is largest among others than those of the table, or by another measure. */
const ELSEWHERE =
  /\b(?:one of|among|amongst|some of) the\b|\bof (?:the |our )(?:larger|bigger|smaller|main|other|remaining|busier)\b|\b(?:in|of) (?:the )?(?:region|country|england|local authorit)|\b(?:national|nationally|since|ever|on record|to date|so far)\b|\b(?:largest|biggest|greatest|highest|smallest|lowest)\s+(?:single\s+)?(?:increase|rise|fall|reduction|decrease|drop|change|improvement|growth|quality|standard|impact|risk|priorit\w+|need|standards|possible|part)\b|\b(?:possible|at (?:the )?(?:most|least))\b/i

function claimsIn(sentence: Sentence): Claim[] {
  if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
  // `the lowest in London`; `the highest is in the North` may be a row.
  if (
    /\b(?:largest|highest|lowest|smallest|best|worst)\b[^.;,]{0,30}\b(?:in|of) (?:the )?(?:north|south|london|county)\b(?! (?:team|locality|quadrant|area))/i.test(
      sentence.text,
    ) &&
    !/\bis in the\b|\bwas in the\b/i.test(sentence.text)
  )
    return []
  const clauses = sentence.text.split(
    /;|,\s(?:and|while|but|whereas|although|when|which|after|because)\s|\b(?:while|whereas)\b/,
  )
  return clauses.flatMap((clause): Claim[] => {
    const match = SUPERLATIVE.exec(clause)
    // `the most` and no more says of what only in the clause before.
    if (!match || (/\bthe most\W*$/i.test(clause) && clauses.length > 1)) return []
    const [words, ordinal, what = ''] = match
    // Where it is told by what is bad, the weakest has the most of it.
    if (GOOD_OR_BAD.test(what) && OF_BAD.test(clause)) return []
    return [
      {
        words,
        isHigh: !LOW.test(what) && !/^(?:second|third)[- ]least/i.test(words),
        rank: ordinal === undefined ? 1 : ordinal.toLowerCase() === 'second' ? 2 : 3,
        shares: sharesIn(clause),
        // `the commonest reason for a late review was …`: of what, and none of its kinds.
        tokens: tokensIn(
          clause
            .replace(words, ' ')
            .replace(
              /\b(?:reason|cause|theme|subject|kind|type)s? (?:for|of) [^.;,]*?(?=\b(?:was|is|were|are)\b)/i,
              ' ',
            ),
        ),
      },
    ]
  })
}

/** One reading of a claim: the value it is said of, and those beside it. */
interface Reading {
  name: string
  value: number
  others: readonly { name: string; value: number }[]
  at: Located['start']
  also: { start: number; end: number } | null
  place: string
  isOfShares: boolean
}

function checked(studied: Studied, sentence: Sentence, earlier: readonly Sentence[]): Located[] {
  return claimsIn(sentence).flatMap((claim) => checkedClaim(studied, sentence, earlier, claim))
}

function checkedClaim(studied: Studied, sentence: Sentence, earlier: readonly Sentence[], claim: Claim): Located[] {
  const readings = [...ofTables(studied, sentence, claim), ...ofSeries(sentence, earlier, claim)]
  const [reading] = readings
  if (!reading || readings.some((one) => holds(one, claim))) return []
  const above = reading.others.filter(({ value }) => (claim.isHigh ? value > reading.value : value < reading.value))
  const told = (value: number) => (reading.isOfShares ? `${rounded(value, 1)}%` : shown(value))
  const list = above.slice(0, 3).map(({ name, value }) => `${name}: ${told(value)}`)
  return [
    located(studied, {
      at: sentence,
      also: reading.also,
      place: sentence.passage.place,
      kind: reading.place === '' ? 'text-text' : 'text-table',
      message: `“${reading.name}” is not the ${claim.words.replace(/^(?:saw|had|with|were|raised|held) the |^the | (?:were|was)$/gi, '')}${reading.place === '' ? '' : ` in ${reading.place}`}.`,
      computation: `${reading.name}: ${told(reading.value)}; ${list.length > 0 ? list.join('; ') : 'none stands before it'}`,
      expected: null,
      severity: 'error',
      confidence: 0.85,
    }),
  ]
}

function holds({ value, others }: Reading, { isHigh, rank }: Claim): boolean {
  const before = others.filter((other) => (isHigh ? other.value > value : other.value < value)).length
  const alike = others.filter((other) => other.value === value).length
  return before <= rank - 1 && before + alike >= rank - 1
}

const REST = /^(?:others?|unknown|not (?:known|recorded)|all others?)\b/i
const FEWEST = 3

function ofTables(studied: Studied, sentence: Sentence, claim: Claim): Reading[] {
  const { tokens } = claim
  const asked = claim.shares ? askedOf(sentence, tokens) : null
  if (claim.shares !== 'only' && OF_SOME.test(sentence.text)) return []
  const readingsOf = (grid: Grid, kind: Asked | null) => [
    ...(namesPeriod(grid, tokens) ? [] : downColumns(studied, sentence, grid, tokens, kind)),
    ...acrossRows(grid, sentence, tokens, kind),
  ]
  return gridsNear(studied, sentence).flatMap((grid) => {
    const own = readingsOf(grid, claim.shares === 'only' ? asked : null)
    // Shares that may be meant as well are no reading where there is no other.
    return claim.shares === 'also' && own.length > 0 ? [...own, ...readingsOf(grid, asked)] : own
  })
}

function askedOf({ text }: Sentence, tokens: readonly Token[]): Asked {
  const [, part, whole] = /\b(\d[\d,]*) (?:out )?of (?:the |all )*(\d[\d,]*)\b/i.exec(text.replace(OF_SOME, ' ')) ?? []
  const number = (digits: string) => Number(digits.replaceAll(',', ''))
  const fewest = OF_SOME.exec(text)?.[1]
  return {
    tokens,
    own: part === undefined || whole === undefined ? null : { part: number(part), whole: number(whole) },
    fewest: fewest === undefined ? null : Number(fewest),
  }
}

/** A line said to have the largest share, in each of the shares that may be meant. */
const ofShares = (grid: Grid, all: readonly (readonly { name: string; value: number }[])[], named: string): Reading[] =>
  all.flatMap((shares) => {
    const own = shares.find(({ name }) => name === named)
    if (!own || shares.length < FEWEST) return []
    const also = grid.rows.find(({ label }) => label === named)?.row ?? null
    const others = shares.filter((one) => one !== own)
    return [{ ...own, others, at: grid.table.start, also, place: grid.table.place, isOfShares: true }]
  })

/** Whether the words name a column that is a quarter or a month: it is said of that, in the rows. */
const namesPeriod = (grid: Grid, tokens: readonly Token[]): boolean =>
  grid.heads.some((head) => isPeriod(head) && yearNamed(head) === null && labelIn(tokensIn(head), tokens) !== null)

/** A row said to be the largest of its column, in each column. */
function downColumns(
  studied: Studied,
  sentence: Sentence,
  grid: Grid,
  tokens: readonly Token[],
  asked: Asked | null,
): Reading[] {
  const rows = partsOf(grid).filter(({ label }) => !REST.test(label))
  const [named, second] = namedBy(tokens, rows, (row) => namesOf(grid, row))
  if (!named || second) return []
  const columns = columnsFor(studied, sentence, grid, tokens)
  if (asked) return ofShares(grid, sharesOf(linesOfRows(grid, rows, columns), named.one.label, asked), named.one.label)
  return columns.flatMap((column) => {
    const values = rows.flatMap((row) => (row.values[column] ? [{ row, value: row.values[column].value }] : []))
    const own = values.find(({ row }) => row === named.one)
    const reading =
      own &&
      readingOf(
        grid,
        own,
        values.filter((one) => one !== own).map(({ row, value }) => ({ name: row.label, value })),
      )
    return reading && values.length >= FEWEST ? [reading] : []
  })
}

/** Of columns that are years, the one of the sentence or of the report. */
function columnsFor(studied: Studied, sentence: Sentence, grid: Grid, tokens: readonly Token[]): number[] {
  const all = grid.heads.map((_, at) => at)
  const named = sentence.quantities.flatMap(({ kind, text }) =>
    kind === 'period' || kind === 'year' || kind === 'date' ? (startOf(text) ?? []) : [],
  )
  const year = named[0] ?? studied.period?.startYear
  const own = year === undefined ? null : columnOfYear(grid, year)
  if (own !== null) return [own]
  // `the fewest late reviews`: the column that the words name.
  const heads = namedBy(
    tokens,
    all.filter((at) => yearNamed(grid.heads[at] ?? '') === null),
    (at) => [grid.heads[at] ?? ''],
  )
  const [column, another] = heads
  if (column && !another) return [column.one]
  // The column of all, where no other is named.
  const whole = all.filter((at) => isTotalLabel(grid.heads[at] ?? ''))
  const isOther = all.some((at) => !whole.includes(at) && labelIn(tokensIn(grid.heads[at] ?? ''), tokens) !== null)
  return whole.length === 1 && !isOther ? whole : all
}

const readingOf = (
  grid: Grid,
  { row, value }: { row: GridRow; value: number },
  others: Reading['others'],
): Reading => ({
  name: row.label,
  value,
  others,
  at: row.row.start,
  also: row.row,
  place: grid.table.place,
  isOfShares: false,
})

/** A column said to be the largest, in each row: a quarter, a year. */
function acrossRows(grid: Grid, sentence: Sentence, tokens: readonly Token[], asked: Asked | null): Reading[] {
  const columns = grid.heads.flatMap((head, at) =>
    /^(?:total|all|year|%|change|20\d\d\s?[-/]\s?\d\d \(?total)/i.test(head.trim()) || head === ''
      ? []
      : [{ head, at }],
  )
  const [named, second] = namedBy(tokens, columns, ({ head }) => [head])
  if (!named || second || !/\d|[a-z]{3}/i.test(named.one.head)) return []
  const isYear = yearNamed(named.one.head) !== null
  const periods = columns.filter(({ head }) => isPeriod(head) && (yearNamed(head) !== null) === isYear)
  if (!periods.includes(named.one)) return []
  const isShare = ({ label, values }: GridRow) =>
    /%|per\s?cent/i.test(label) || values.some((value) => value?.unit === 'percent')
  if (asked)
    return ofShares(grid, sharesOf(linesOfColumns(grid, periods, isShare), named.one.head, asked), named.one.head)
  const ofSubject = namedBy(tokensIn(sentence.text), grid.rows, (row) => namesOf(grid, row)).map(({ one }) => one)
  const shares = grid.rows.filter(isShare)
  const rows =
    /\b(?:performance|timel\w+|percentage|proportion|rate)\b/i.test(sentence.text) && shares.length > 0
      ? shares
      : ofSubject.length > 0
        ? ofSubject
        : grid.rows
  return rows.flatMap((row) => {
    const values = periods.flatMap(({ head, at }) => (row.values[at] ? [{ head, value: row.values[at].value }] : []))
    const own = values.find(({ head }) => head === named.one.head)
    if (!own || values.length < FEWEST) return []
    const others = values.filter((one) => one !== own).map(({ head, value }) => ({ name: head, value }))
    return [{ ...readingOf(grid, { row, value: own.value }, others), name: own.head }]
  })
}

const isPeriod = (head: string): boolean =>
  /^(?:q(?:uarter)?\s?[1-4]\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:first|second|third|fourth) quarter)/i.test(
    head.trim(),
  ) || yearNamed(head) !== null

/** A quarter or a year said to be the largest of numbers that the paragraph gives one for each. */
function ofSeries(sentence: Sentence, earlier: readonly Sentence[], { tokens }: Claim): Reading[] {
  return [...earlier.slice(-2), sentence].flatMap((each) => {
    const series = seriesOf(each)
    const [named, second] = namedBy(tokens, series, ({ label }) => [label])
    if (!named || second || series.length < FEWEST) return []
    const others = series.filter((one) => one !== named.one).map(({ label, value }) => ({ name: label, value }))
    return [
      {
        name: named.one.label,
        value: named.one.value,
        others,
        at: each.start,
        also: each === sentence ? null : each,
        place: '',
        isOfShares: false,
      },
    ]
  })
}
