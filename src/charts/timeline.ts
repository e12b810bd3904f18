import { scaleLinear } from 'd3-scale'
import { type PlainDate, dateOf, dayNumber, isAfter, isBefore, longDate } from '../kernel/dates.ts'
import { type Chart, type ChartText, FONT_SIZE, GRID, INK, chartSvg } from './chart.ts'
import { element, escaped, rounded } from './svg.ts'

/** A stretch of time with a name. `to` null: still going on where the timeline ends. */
export interface Band {
  from: PlainDate
  to: PlainDate | null
  label: string
  /** What to write where the label does not fit. */
  short?: string
}

/** The shapes of marks: each kind of mark has its own, so that no colour is needed to tell them apart. */
export type MarkShape = 'circle' | 'ring' | 'diamond' | 'triangle' | 'cross' | 'square'

/** Something that happened on a day. */
export interface Mark {
  on: PlainDate
  label: string
  shape: MarkShape
}

/** One line of a timeline: what it is about, its bands or its marks. */
export interface Lane {
  label: string
  bands: readonly Band[]
  marks: readonly Mark[]
}

export interface TimelineData extends ChartText {
  from: PlainDate
  to: PlainDate
  lanes: readonly Lane[]
  /** What each shape used means, in the order in which to say so. */
  shapes: readonly { shape: MarkShape; label: string }[]
}

const WIDTH = 900
const LANE_HEIGHT = 64
const BAND_HEIGHT = 30
const AXIS_HEIGHT = 30
const KEY_HEIGHT = 34
/** About what a character of this font takes, to see whether a label fits its band. */
const CHARACTER_WIDTH = 9.5

// Light enough for dark text on them; a line around each band parts neighbours of the same tone.
const TONES = ['#cfdeee', '#f6dccb', '#d3ece5', '#e2daf2', '#f3f2f1']

/** Lanes of bands and marks above one line of time; the table lists all of them in order of date. */
export function timeline(data: TimelineData): Chart {
  const x = scaleLinear([dayNumber(data.from), dayNumber(data.to) + 1], [1, WIDTH - 1]).clamp(true)
  const key = keyRows(data)
  const keyHeight = key.length * KEY_HEIGHT
  const height = AXIS_HEIGHT + data.lanes.length * LANE_HEIGHT + keyHeight
  const lanes = data.lanes.map((lane, index) => drawLane(lane, AXIS_HEIGHT + index * LANE_HEIGHT, data, x))
  const parts = [axis(data, x, height - keyHeight), ...lanes, shapeKey(key, height - keyHeight)]
  return {
    id: data.id,
    title: data.title,
    description: data.description,
    svg: chartSvg(data, WIDTH, height, '', parts.join('')),
    table: timelineTable(data),
  }
}

type Scale = ReturnType<typeof scaleLinear<number, number>>

/** What a year's number takes on the axis, with room to the next. */
const YEAR_WIDTH = 52

/** A line at the start of each year, named where there is room before the next line that is named. */
function axis(data: TimelineData, x: Scale, height: number): string {
  const years: { year: number; at: number }[] = []
  for (let year = data.from.year; year <= data.to.year; year++) {
    const start = dateOf(year, 1, 1)
    years.push({ year, at: rounded(x(dayNumber(isBefore(start, data.from) ? data.from : start))) })
  }
  let freeTo = WIDTH
  const named = years.toReversed().filter(({ at }) => {
    const hasRoom = at + YEAR_WIDTH <= freeTo
    if (hasRoom) freeTo = at
    return hasRoom
  })
  const lines = years.map(({ at }) => element('path', { class: 'chart-grid', d: `M${at},0 V${height}`, stroke: GRID }))
  const names = named.map(({ year, at }) => element('text', { x: at + 5, y: FONT_SIZE }, String(year)))
  return [...lines, ...names].join('')
}

function drawLane(lane: Lane, top: number, data: TimelineData, x: Scale): string {
  const bandTop = top + FONT_SIZE + 8
  const tones = [...new Set(lane.bands.map((band) => band.label))]
  const bands = lane.bands
    .filter((band) => isShown(band.from, band.to, data))
    .map((band) => {
      const left = rounded(x(dayNumber(band.from)))
      const right = rounded(x(dayNumber(band.to ?? data.to) + (band.to ? 0 : 1)))
      const width = Math.max(3, rounded(right - left))
      const words = [band.label, band.short ?? ''].find((one) => width > one.length * CHARACTER_WIDTH + 12) ?? ''
      return element(
        'g',
        {},
        element('title', {}, escaped(`${band.label}: ${spanInWords(band)}`)),
        element('rect', {
          class: 'chart-band',
          x: left,
          y: bandTop,
          width,
          height: BAND_HEIGHT,
          fill: TONES[tones.indexOf(band.label) % TONES.length] ?? '#ffffff',
          stroke: INK,
        }),
        words === '' ? '' : element('text', { x: left + 7, y: bandTop + 21 }, escaped(words)),
      )
    })
  const marks = lane.marks
    .filter((mark) => isShown(mark.on, mark.on, data))
    .map((mark) =>
      element(
        'g',
        {},
        element('title', {}, escaped(`${mark.label}: ${longDate(mark.on)}`)),
        drawShape(mark.shape, rounded(x(dayNumber(mark.on) + 0.5)), bandTop + BAND_HEIGHT / 2),
      ),
    )
  return (
    element('text', { x: 1, y: top + FONT_SIZE, 'font-weight': 'bold' }, escaped(lane.label)) +
    [...bands, ...marks].join('')
  )
}

const isShown = (from: PlainDate, to: PlainDate | null, data: TimelineData): boolean =>
  !isAfter(from, data.to) && !(to !== null && isBefore(to, data.from))

function drawShape(shape: MarkShape, x: number, y: number): string {
  const solid = { class: 'chart-mark', fill: INK, stroke: INK }
  switch (shape) {
    case 'circle':
      return element('circle', { cx: x, cy: y, r: 6, ...solid })
    case 'ring':
      return element('circle', {
        cx: x,
        cy: y,
        r: 6,
        class: 'chart-mark-open',
        fill: '#ffffff',
        stroke: INK,
        'stroke-width': 2.5,
      })
    case 'diamond':
      return element('path', {
        d: `M${x},${y - 10} l8,10 l-8,10 l-8,-10 z`,
        class: 'chart-mark-late',
        fill: '#a8422b',
        stroke: INK,
      })
    case 'triangle':
      return element('path', { d: `M${x},${y - 8} l8,15 h-16 z`, ...solid })
    case 'square':
      return element('path', { d: `M${x - 6},${y - 6} h12 v12 h-12 z`, ...solid })
    case 'cross':
      return element('path', {
        d: `M${x - 6},${y - 6} l12,12 m0,-12 l-12,12`,
        class: 'chart-grid',
        fill: 'none',
        stroke: INK,
        'stroke-width': 3,
      })
  }
}

type KeyEntry = TimelineData['shapes'][number] & { left: number }

/** What each shape means, in as many rows as it takes. */
function keyRows({ shapes }: TimelineData): KeyEntry[][] {
  const rows: KeyEntry[][] = []
  let left = WIDTH
  for (const entry of shapes) {
    const width = 46 + entry.label.length * CHARACTER_WIDTH
    if (left + width > WIDTH) {
      rows.push([])
      left = 10
    }
    rows.at(-1)?.push({ ...entry, left })
    left += width
  }
  return rows
}

const shapeKey = (rows: readonly (readonly KeyEntry[])[], top: number): string =>
  rows
    .flatMap((row, index) => {
      const middle = top + (index + 0.5) * KEY_HEIGHT
      return row.map(
        ({ shape, label, left }) =>
          drawShape(shape, left, middle) + element('text', { x: left + 16, y: middle + FONT_SIZE / 3 }, escaped(label)),
      )
    })
    .join('')

const spanInWords = (band: Band): string =>
  band.to === null ? `from ${longDate(band.from)}, still going on` : `${longDate(band.from)} to ${longDate(band.to)}`

function timelineTable(data: TimelineData): Chart['table'] {
  const entries = data.lanes.flatMap((lane) => [
    ...lane.bands.map((band) => ({
      on: band.from,
      row: [longDate(band.from), band.to === null ? 'still going on' : longDate(band.to), lane.label, band.label],
    })),
    ...lane.marks.map((mark) => ({ on: mark.on, row: [longDate(mark.on), '', lane.label, mark.label] })),
  ])
  return {
    caption: data.title,
    columns: ['From or on', 'To', 'What', 'Which'],
    rows: entries.sort((a, b) => dayNumber(a.on) - dayNumber(b.on)).map((entry) => entry.row),
  }
}
