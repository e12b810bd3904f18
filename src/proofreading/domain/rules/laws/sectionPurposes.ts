import type { Located } from '../../finding.ts'
import { alike } from '../../reportText.ts'
import { type Rule, type Studied, located } from '../../studied.ts'

/** Sections named for what other sections of the Children Act 1989 are for: a care order `under section 47`. */
export const sectionPurposes: Rule = (studied) =>
  textsOf(studied).flatMap((sentence) =>
    PURPOSES.flatMap(({ about, form, right, expected, unless }): Located[] =>
      [...sentence.text.matchAll(form)].flatMap((match): Located[] => {
        const number = match.groups?.['number'] ?? ''
        const around = sentence.text.slice(match.index, match.index + match[0].length + 60)
        if (right.test(number) || (unless?.test(around) ?? false) || isOfAnotherLaw(around)) return []
        return [
          located(studied, {
            at: { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length },
            place: sentence.place,
            kind: 'statute',
            message: `Section ${number} is not the one on ${about}: ${expected} is probably meant.`,
            expected,
            severity: 'error',
            confidence: 0.86,
          }),
        ]
      }),
    ),
  )

/** The sentences, and the rows of tables of numbers, whose labels name sections as well. */
const textsOf = ({ sentences, grids }: Studied): { text: string; start: number; place: string }[] => [
  ...sentences.map(({ text, start, passage: { place } }) => ({ text, start, place })),
  ...grids.flatMap(({ table, rows }) =>
    rows.flatMap(({ row: { cells } }) =>
      cells.slice(0, 1).map(({ text, start }) => ({ text: alike(text), start, place: table.place })),
    ),
  ),
]

/** Whether the words go on to name another law, whose sections have other numbers. */
const isOfAnotherLaw = (around: string): boolean =>
  /\b(?:section|s)\.?\s?\w+(?:\(\w+\))*,?\s+(?:of\s+)?(?:the\s+)?(?!Children Act)(?:[A-Z][\w,']*\s+(?:and\s+|of\s+)?){1,9}Act\b(?!\s+1989)/.test(
    around,
  )

const SECTION = '(?:[Ss]ections?|[Ss]ec\\.?|\\bs\\.?|\\bS\\.?)\\s?(?<number>\\d{1,3}[A-Z]{0,2})\\b'

interface Purpose {
  about: string
  /** Leads from what it is about to the number of the section. */
  form: RegExp
  /** The sections that it may well be. */
  right: RegExp
  expected: string
  unless?: RegExp
}

/** Source: Children Act 1989, sections 17, 20, 25A to 25C, 31, 33, 38 and 47. */
const PURPOSES: readonly Purpose[] = [
  {
    about: 'accommodation by agreement',
    form: new RegExp(
      `\\b(?:voluntar\\w+|by agreement|parental (?:consent|agreement)|agreement of (?:the |their )?parents|consent of (?:the |their )?parents)[^.;]{0,60}?(?:\\bunder|\\()\\s?(?:\\(?)${SECTION}`,
      'g',
    ),
    right: /^20$/,
    expected: 'section 20 of the Children Act 1989',
  },
  {
    about: 'accommodation',
    form: new RegExp(`\\baccommodated\\b[^.;,]{0,30}?(?:\\bunder|\\()\\s?(?:\\(?)${SECTION}`, 'g'),
    right: /^(?:17|20|21|22[A-G]?|23[A-Z]{0,2}|24[A-D]?|25|38|43|44|46|59|85|86|104)$/,
    expected: 'section 20 of the Children Act 1989',
    unless: /secure|welfare/i,
  },
  {
    about: 'accommodation',
    form: new RegExp(
      `\\b[Uu]naccompanied (?:asylum[- ]seeking )?(?:children|young people|minors)\\b[^.;,]{0,60}?(?:\\bunder|\\()\\s?(?:\\(?)${SECTION}`,
      'g',
    ),
    right: /^(?:17|20|21|22[A-G]?|23[A-Z]{0,2}|24[A-D]?|31|38|55|67|69)$/,
    expected: 'section 20 of the Children Act 1989',
  },
  {
    about: 'care orders',
    form: new RegExp(
      `(?<!\\b(?:[Ii]nterim|discharge of (?:the |a |their )?)\\s?)\\b[Cc]are [Oo]rders?\\b[^.;]{0,45}?(?:\\bunder|\\(|\\bpursuant to|\\bby virtue of)\\s?(?:\\(?)${SECTION}`,
      'g',
    ),
    right: /^(?:31|31A|32|33|34|35|39|40|91|100)$/,
    expected: 'section 31 of the Children Act 1989',
    unless:
      /\binterim\b|\b(?:or|and)\b[^.;]{0,40}\b(?:accommodat|voluntar)|\baccommodat|voluntar|placement order|secure/i,
  },
  {
    about: 'care orders',
    form: new RegExp(`(?<!\\b[Ii]nterim )\\b[Cc]are [Oo]rders?,? ${SECTION},? of (?:the )?Children Act\\b`, 'g'),
    right: /^(?:31|31A|32|33|34|35|39|40|91|100)$/,
    expected: 'section 31 of the Children Act 1989',
  },
  {
    about: 'accommodation by agreement',
    form: new RegExp(`${SECTION}\\s+(?:\\(?voluntary|by agreement|with parental consent)\\b`, 'g'),
    right: /^(?:20|76)$/,
    expected: 'section 20 of the Children Act 1989',
  },
  {
    about: 'interim care orders',
    form: new RegExp(`\\b[Ii]nterim [Cc]are [Oo]rders?\\s*(?:under |\\()\\s?${SECTION}`, 'g'),
    right: /^(?:31|38|38A)$/,
    expected: 'section 38 of the Children Act 1989',
  },
  {
    about: 'independent reviewing officers',
    form: new RegExp(
      `\\b(?:IRO(?:'?s|s'?)?|[Ii]ndependent [Rr]eviewing [Oo]fficers?'?s?)(?:'s?)?\\s+(?:statutory |legal |main )?(?:functions?|duties|role|appointment)\\b[^.;]{0,60}?${SECTION}`,
      'g',
    ),
    right: /^(?:25[ABC]|26|26A|118|7|10|11|12|13|59)$/,
    expected: 'section 25B of the Children Act 1989',
  },
  {
    about: 'independent reviewing officers',
    form: new RegExp(
      `\\b(?:[Aa]ppoint\\w*|[Nn]ominat\\w+) (?:of )?(?:an? |the )?(?:named )?(?:IROs?|[Ii]ndependent [Rr]eviewing [Oo]fficers?)\\b[^.;]{0,90}?${SECTION}`,
      'g',
    ),
    right: /^(?:25[ABC]|26|26A|118|7|10|11|12|13|59)$/,
    expected: 'section 25A of the Children Act 1989',
  },
  {
    about: 'independent reviewing officers',
    form: new RegExp(
      `\\b(?:must|should|has to|have to|required to) (?:have|be given|be allocated) an? (?:named |allocated )?(?:IRO|[Ii]ndependent [Rr]eviewing [Oo]fficer)\\b[^.;]{0,60}?${SECTION}`,
      'g',
    ),
    right: /^(?:25[ABC]|26|26A|118|7|10|11|12|13|59)$/,
    expected: 'section 25A of the Children Act 1989',
  },
  {
    about: 'referring a case to Cafcass',
    form: new RegExp(`\\brefer\\w*\\b[^.;]{0,60}\\b(?:C[Aa][Ff][Cc][Aa][Ss][Ss])\\b[^.;]{0,60}?${SECTION}`, 'g'),
    right: /^(?:25[ABC]|26|26A|118|7|10|11|12)$/,
    expected: 'section 25B of the Children Act 1989',
  },
  {
    about: 'enquiries into harm',
    form: new RegExp(`${SECTION}\\s+(?:child protection\\s+)?(?:enquir(?:y|ies)|investigations?)\\b`, 'g'),
    right: /^(?:47|37|7)$/,
    expected: 'section 47 of the Children Act 1989',
  },
]
