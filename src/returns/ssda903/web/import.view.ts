import { type ReportingYear, reportingYear, reportingYearOf } from '../../../calendar/reportingYear.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { authorityPath } from '../../../platform/web/authorities.ts'

/** What is wrong with what was sent to be imported. */
export type UploadProblem = 'no_year' | 'no_file' | 'same_name_twice' | 'several_not_csv'

/** The first year offered: that of the return's present shape. */
const FIRST_YEAR = 2008

/** The years that may be imported: the present one and those before it, newest first. */
export const yearsOffered = (today: PlainDate): ReportingYear[] => {
  const { startYear } = reportingYearOf(today)
  return Array.from({ length: startYear - FIRST_YEAR + 1 }, (_, index) => reportingYear(startYear - index))
}

/** All that chooseFiles.njk shows. */
export function chooseFilesPage(
  chosen: { year: string },
  problems: readonly UploadProblem[],
  today: PlainDate,
  code: string,
  csrfToken: string,
) {
  return {
    title: 'Import a return',
    back: { text: 'Data', href: authorityPath(code, 'data') },
    action: authorityPath(code, 'data', 'import'),
    csrfToken,
    errors: problems.map((problem) => ({
      text: problemText(problem),
      href: problem === 'no_year' ? '#year' : '#files',
    })),
    yearError: problems.includes('no_year') ? { text: problemText('no_year') } : false,
    fileError: fileProblem(problems),
    years: [
      { value: '', text: 'Choose a year' },
      ...yearsOffered(today).map(({ name }) => ({
        value: name,
        text: name,
        selected: name === chosen.year,
      })),
    ],
  }
}

function fileProblem(problems: readonly UploadProblem[]): { text: string } | false {
  const [problem] = problems.filter((one) => one !== 'no_year')
  return problem ? { text: problemText(problem) } : false
}

function problemText(problem: UploadProblem): string {
  switch (problem) {
    case 'no_year':
      return 'Choose the year that the return is for'
    case 'no_file':
      return 'Choose the return’s files'
    case 'same_name_twice':
      return 'Choose each file once: two of them have the same name'
    case 'several_not_csv':
      return 'Choose one zip file, one XML file, or several CSV files'
  }
}
