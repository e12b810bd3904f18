import type { DocumentStore, Issue } from '../../documents/app/ports.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { TextsOf } from '../../registers/app/texts.ts'
import { type Content, contentOf, rowKey } from '../../registers/register.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import type { Settings } from '../../settings/settings.ts'
import { type Section, readersNamed } from '../domain/record.ts'
import { RECORD_KIND } from '../domain/kinds.ts'
import { codesOf, inOrder, partOf, sectionsOf } from '../domain/recordIssue.ts'
import { recordSections } from '../registers/recordSections.ts'
import { headingsOf } from '../settings.ts'

/** What keeping the texts of records works with. */
export interface RecordTextsDeps {
  documents: Pick<DocumentStore, 'latest' | 'latestOfKind' | 'add'>
  /** An authority’s settings as they are now. */
  settingsOf: (authority: string) => Promise<Settings>
  now: () => Instant
  newId: () => string
}

/** Who brought in what no person has written here. */
const BROUGHT_IN = { personId: 'files', name: 'Brought in from files' } as const

/**
 * Keeps the texts of records that files bring as issues of the record: what they say differently from the latest issue is
 * another, which names it; what they say the same changes nothing.
 */
export function makeRecordTexts({ documents, settingsOf, now, newId }: RecordTextsDeps): TextsOf {
  return async (authority, register) => {
    if (register.name !== recordSections.name) throw new Error(`${register.name} has no texts here`)
    const [issues, settings] = await Promise.all([
      documents.latestOfKind(authority, RECORD_KIND),
      settingsOf(authority),
    ])
    const headings = headingsOf(settings)
    const label = (key: string) => headings.find((heading) => heading.key === key)?.label ?? key
    const rows = issues.flatMap(({ content }) =>
      sectionsOf(content).map((section) => {
        const row = rowOf(content.ref, section)
        return [rowKey(recordSections, row), row] as const
      }),
    )
    return {
      rows: new Map(rows),
      keep: async (unit, texts, find) => {
        for (const [ref, ofReview] of Map.groupBy(texts, ({ content }) => String(content['review_ref']))) {
          const latest = await documents.latest(unit, { kind: RECORD_KIND, ref })
          const brought = ofReview.map((row) => sectionIn(row, label))
          const kept = latest ? sectionsOf(latest.content) : []
          const others = kept.filter(({ key }) => !brought.some((one) => one.key === key))
          const parts = inOrder([...others, ...brought], headings).map(partOf)
          if (latest && JSON.stringify(latest.content.parts) === JSON.stringify(parts)) continue
          const review = find(reviews.name, rowKey(reviews, { review_ref: ref }))
          await documents.add(unit, newId(), {
            kind: RECORD_KIND,
            title: 'Record of the review',
            ref,
            children: typeof review?.['child'] === 'string' ? [review['child']] : [],
            parts,
            copies: [],
            by: BROUGHT_IN,
            at: now().toString(),
            replaces: latest && namedBy(latest),
          })
        }
      },
    }
  }
}

const namedBy = ({ id, content }: Issue) => ({ id, at: content.at })

/** A section as its row in a file. */
const rowOf = (reviewRef: string, { key, text, withheldFrom, whyWithheld }: Section): Content => ({
  ...contentOf(recordSections, { reviewRef, heading: key, text, whyWithheld }),
  ...(withheldFrom.length > 0 && { withheld_from: codesOf(withheldFrom) }),
})

function sectionIn({ content }: RowToKeep, label: (key: string) => string): Section {
  const { heading, text, withheldFrom, whyWithheld } = recordSections.read(content)
  return { key: heading, label: label(heading), text, withheldFrom: readersNamed(withheldFrom), whyWithheld: whyWithheld ?? '' } // prettier-ignore
}
