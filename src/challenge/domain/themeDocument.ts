import type { Block, Cell, Row } from '../../documents/block.ts'
import { type Written, numberedSections } from '../../documents/document.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { rounded } from '../../figures/print.ts'
import { rateWords } from './rate.ts'
import type { ThemeReport } from './themes.ts'

const number = (text: string): Cell => ({ text, isNumber: true, from: null })
const words = (text: string): Cell => ({ text, isNumber: false, from: null })
const row = (heading: string, cells: readonly Cell[], isTotal = false): Row => ({ heading, cells, isTotal })

/** How many challenges were made, how many that is for each 100 children, and how many were open at the end. */
function summaryWords({ raised, raisedBefore, goodPractice, rate, open, goesOn, upTo }: ThemeReport, children: string) {
  const were = (count: number) => (count === 1 ? 'was' : 'were')
  const made = `${counted(raised, 'challenge')} ${were(raised)} made in the quarter${goesOn ? ' so far' : ''}, and ${raisedBefore === 0 ? 'none' : raisedBefore} in the ${goesOn ? 'whole of the quarter' : 'quarter'} before.`
  const told = goodPractice === 0 ? '' : ` ${goodPractice} of ${raised} told of good practice.`
  const aside = goodPractice === 0 ? 'That is' : 'Without good practice, that is'
  const each = rate === null ? ` There is no rate: no ${children} are recorded on ${longDate(upTo)}.` : ` ${aside} ${rateWords(rate)} for each 100 ${children}.` // prettier-ignore
  return `${made}${told}${each} At the end of ${longDate(upTo)}, ${counted(open, 'challenge')} ${were(open)} open.`
}

/** The quarterly report on themes as a document for any format. `child`, `children`: what children looked after are called here. */
export function themeDocument(
  report: ThemeReport,
  { issuer, child, children }: { issuer: string; child: string; children: string },
): Written {
  const { quarter, upTo, resolved } = report
  const period = `${longDate(quarter.firstDay)} to ${longDate(upTo)}`
  const sections: { id: string; title: string; blocks: Block[] }[] = [
    {
      id: 'summary',
      title: 'Summary',
      blocks: [
        { kind: 'paragraph', text: summaryWords(report, children) },
        ...(report.rate === null
          ? []
          : [
              {
                kind: 'paragraph' as const,
                text: 'The numbers in brackets are the range in which the true rate lies 95 times in 100. Where the ranges of two rates overlap widely, the difference may be chance.',
              },
            ]),
        {
          kind: 'table',
          caption: `Challenges by how they were made, ${period}`,
          headings: ['How it was made', 'This quarter', 'Quarter before'],
          rows: [
            ...report.byRoute.map(({ route, count, before }) => row(route, [number(String(count)), number(String(before))])), // prettier-ignore
            row('All', [number(String(report.raised)), number(String(report.raisedBefore))], true),
          ],
          notes: [],
        },
      ],
    },
    {
      id: 'themes',
      title: 'What they were about',
      blocks:
        report.byGround.length === 0
          ? [{ kind: 'paragraph', text: 'No ground is recorded in this quarter or the one before.' }]
          : [
              {
                kind: 'table',
                caption: `Grounds of challenges, ${period}`,
                headings: ['Ground', 'This quarter', 'Quarter before', `For each 100 ${children}`, 'Children'],
                rows: report.byGround.map(
                  ({ ground, count, before, rate, children: several }) =>
                  row(ground, [number(String(count)), number(String(before)), words(rateWords(rate)), number(String(several))]), // prettier-ignore
                ),
                notes: ['A challenge with several grounds counts under each of them.'],
              },
            ],
    },
    {
      id: 'clusters',
      title: 'The same issue for several children',
      blocks:
        report.clusters.length === 0
          ? [{ kind: 'paragraph', text: 'No ground is shared by three children or more without a challenge of the theme that takes it up.' }] // prettier-ignore
          : [
              {
                kind: 'paragraph',
                text: 'At least three children share each of these grounds, and no challenge of the theme is open today. Consider making one.',
              },
              { kind: 'list', items: report.clusters.map(({ ground, children: several }) => `${ground}: ${counted(several, 'child', 'children')}`) }, // prettier-ignore
            ],
    },
    {
      id: 'resolved',
      title: 'How they ended',
      blocks: [
        {
          kind: 'terms',
          heading: null,
          terms: [
            { term: 'Resolved', text: String(resolved.count) },
            { term: 'Withdrawn', text: String(resolved.withdrawn) },
            { term: 'Days from raising to resolving', text: daysWords(resolved) },
            { term: 'Resolved with what changed for the child recorded', text: resolved.count === 0 ? 'None was resolved' : `${resolved.withChange} of ${resolved.count}` }, // prettier-ignore
            { term: 'Discussed with Cafcass', text: String(report.cafcass.discussed) },
            { term: 'Referred to Cafcass', text: String(report.cafcass.referred) },
            { term: 'Independent legal advice sought', text: String(report.legalAdvice) },
          ],
        },
      ],
    },
    ...(report.byAgency.length === 0
      ? []
      : [
          {
            id: 'partners',
            title: 'Partner agencies',
            blocks: [
              {
                kind: 'table' as const,
                caption: `Escalations to partner agencies, ${period}`,
                headings: ['Agency', 'This quarter', `Open on ${longDate(upTo)}`],
                rows: report.byAgency.map(({ agency, count, open }) => row(agency, [number(String(count)), number(String(open))])), // prettier-ignore
                notes: [],
              },
            ],
          },
        ]),
  ]
  return {
    title: 'Themes of challenges',
    subtitle: period,
    issuer,
    subject: `${issuer}, ${period}`,
    front: [
      { label: 'Period', text: period },
      { label: 'Children', text: `${counted(report.lookedAfter, child, children)} on ${longDate(upTo)}` },
      { label: 'For', text: 'Use inside the service: small numbers are not hidden' },
    ],
    sections: numberedSections(sections.map((section, index) => ({ ...section, number: String(index + 1) }))),
    closing: '',
    isLong: false,
    madeOn: upTo,
  }
}

function daysWords({ count, medianDays, leastDays, mostDays }: ThemeReport['resolved']): string {
  if (medianDays === null || leastDays === null || mostDays === null) return 'None was resolved'
  if (leastDays === mostDays) return count === 1 ? counted(leastDays, 'day') : `${counted(leastDays, 'day')} each`
  const half = Number.isInteger(medianDays) ? String(medianDays) : rounded(medianDays, 1)
  return `From ${leastDays} to ${mostDays}; half of them within ${half}`
}
