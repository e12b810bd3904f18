import type { Marker } from '../../documents/write/sheets.ts'
import type { ReportYear } from '../domain/reportYear.ts'

/** The marks that stand in the report's tables, as national statistics use them. */
export const markersOf = (year: ReportYear): Marker[] => [
  ...(year.areSmallNumbersHidden
    ? [
        {
          mark: 'c',
          means: 'Hidden for confidentiality: a small number, or one by which a small number could be worked out.',
        },
      ]
    : []),
  { mark: '–', means: 'There is no such figure: it does not apply, or it can’t be worked out.' },
  { mark: '%', means: 'Rounded once, halves up, from exact numbers. Percentages of one table may not add to 100%.' },
]
