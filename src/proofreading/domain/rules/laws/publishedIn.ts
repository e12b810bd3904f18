import { type Rule, located } from '../../studied.ts'

/** `In March 2012 the government published the IRO Handbook`, `the Handbook came into force in 2001`: another year than that in which it came out. */
export const publishedIn: Rule = (studied) =>
  studied.sentences.flatMap((sentence) => {
    const { text } = sentence
    const year = yearOf(text)
    const known = year === null ? undefined : KNOWN.find(({ name }) => name.test(text))
    if (year === null || !known || known.years.includes(year) || KNOWN.some((one) => one !== known && one.name.test(text))) return []
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'statute',
        message: `It came out in ${known.years[0] ?? ''}, not in ${year}.`,
        expected: String(known.years[0] ?? ''),
        severity: 'error',
        confidence: 0.85,
      }),
    ]
  }) // prettier-ignore

const PUBLISHED =
  /\b(?:published|issued|publication of|came out|was released|(?:came|come|been) in(?:to)? (?:force|effect)|took effect)\b/i
const LATER = /\b(?:revis\w+|updat\w+|re-?issued|amend\w+|local\w*|response|since|will|our|version)\b/i

/** The one year of a sentence in which something came out. */
function yearOf(text: string): number | null {
  if (!PUBLISHED.test(text) || LATER.test(text)) return null
  const years = [...text.matchAll(/\b((?:19|20)\d{2})\b(?!\s?[-/]\s?\d)/g)].map(([, year]) => Number(year))
  return years.length === 1 && /\b(?:[Ii]n|of|since) (?:early |late |[A-Z][a-z]+ )?(?:19|20)\d{2}\b|\((?:[A-Z][a-z]+ )?(?:19|20)\d{2}\)/.test(text)
    ? (years[0] ?? null)
    : null
} // prettier-ignore

/** Source: gov.uk and Ofsted, the day on which each was published. */
const KNOWN: readonly { name: RegExp; years: readonly number[] }[] = [
  { name: /\b(?:IRO Handbook|Independent Reviewing Officers?'?s?'? Handbook)\b/i, years: [2010, 2011] },
  { name: /\bStable Homes,? Built on Love\b/i, years: [2023] },
  { name: /\bTaking up the Challenge\b/i, years: [2013] },
  { name: /\bPutting Children First\b/i, years: [2016] },
  { name: /\bKeep On Caring\b/i, years: [2016] },
  { name: /\bfinal report of the Independent Review of Children's Social Care\b/i, years: [2022] },
  { name: /\bChildren's Social Care:? National Framework\b/i, years: [2023] },
]
