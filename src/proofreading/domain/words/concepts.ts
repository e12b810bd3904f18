import { tokensIn } from './tokens.ts'

/**
 * What a number is of, whatever the words: what is counted, and what narrows it. `looked after children in foster
 * placements` and `children in our care who live with foster carers` are one.
 */
export interface Concepts {
  /** What is counted: `child`, `review`; null where the words don't say. */
  entity: string | null
  /** What narrows it, in the words of the field or as a stem of its own, in order. */
  narrowed: readonly string[]
}

const TIME =
  '(?:the |their |its )?(?:statutory |legal |required |national |prescribed |set )*time(?:[- ]?scales?|[- ]?frames?|[- ]?limits?)?'
const IN_CARE =
  "(?:(?:who (?:are|were) )?(?:being )?(?:currently )?(?:looked after|cared for|in (?:our |the council's |local authority |the )?care))"

/** What is counted. The first that fits is taken, so that the longer forms stand first. */
const ENTITIES: readonly (readonly [string, string])[] = [
  ['leaver', 'care leavers?|care[- ]experienced (?:young )?(?:people|adults)'],
  ['carer', "(?:foster(?:ing)? )?carers?(?!')"],
  [
    'review',
    "(?:(?:children's|child's|statutory|looked[- ]after|LAC|CLA|children looked[- ]after|child care|children in care|CiC|cared[- ]for) )*reviews?(?: meetings?)?(?! (?:notes?|records?|minutes|process|form|service)\\b)",
  ],
  [
    'child',
    `(?:(?:looked[- ]after|cared[- ]for|our) )*(?:children and young people|children or young people|children|young people|child|young person|pupils?)(?: ${IN_CARE})?(?!'s)|CLA|LAC|CiC`,
  ],
  ['dispute', 'dispute resolutions?|disputes?(?: resolution)?|DRPs?'],
  ['escalation', 'escalations?'],
  ['challenge', 'challenges?(?: raised)?'],
  ['alert', '(?:practice )?alerts?'],
  ['issue', 'issues?'],
  ['notice', 'notices?'],
  ['concern', 'concerns?'],
  ['complaint', 'complaints?'],
  ['compliment', 'compliments?'],
  ['officer', 'IROs?|(?:independent )?reviewing officers?'],
  ['visit', 'visits?'],
  ['audit', 'audits?'],
  ['referral', 'referrals?'],
  ['episode', 'episodes?|occasions?'],
]

/** What narrows it, in forms that hold words for what is counted as well. */
const LONGER: readonly (readonly [string, string])[] = [
  [
    'foster',
    '(?:(?:live|lived|living|placed) )?(?:in|with) foster(?:ing)? (?:care|carers?|placements?|homes?|families)',
  ],
  ['health assessment', '(?:annual |review |up[- ]to[- ]date )*health assessments?(?: up to date)?|RHAs?'],
  ['kinship', 'connected (?:persons?|people|carers?)|famil(?:y|ies) and friends|friends and family'],
  [
    'late',
    `(?:not (?:held |completed |done )?(?:with)?in|out ?side(?: of)?|outwith|out of) ${TIME}|late(?!r)|overdue|missed (?:the|their) (?:deadlines?|dates?|timescales?)`,
  ],
  ['in time', `(?:with)?in ${TIME}|on time|timel(?:y|iness)|punctual(?:ly|ity)?`],
  [
    'started',
    `(?:who )?(?:came|come|coming) into (?:our |the council's )?care|(?:who )?(?:became|become|becoming) looked after|(?:who )?(?:started|starting|began) to be looked after|(?:who )?enter(?:ed|ing) (?:our )?care|(?:new )?(?:entries|entrants|admissions) (?:in)?to care|new(?:ly)? (?:into care|looked after|in care)|coming into care|starters|new entrants`,
  ],
  [
    'left',
    `(?:who )?(?:left|leaving|leave|exited) (?:our )?care|(?:who )?ceas(?:ed|ing) (?:to be|being) looked after|(?:who )?ceased|leavers`,
  ],
  [
    'not taking part',
    'did not (?:participate|contribute|take part)|(?:neither|nor)[^.;]{0,40}views|gave no views|no views',
  ],
  [
    'took part',
    "participat\\w+|contribut(?:ed|ing|ion|ions|e)|(?:took|taken|taking|take) part|(?:gave|gives?|given|giving|shared?|sharing|expressed|had|sent) (?:their |his or her |the child's )?(?:own )?views|views (?:were |had been )?(?:heard|given|shared|known)",
  ],
  [
    'attended',
    'attend(?:ed|ance|ing|s)?(?: (?:their|the) (?:own )?(?:reviews?|meetings?))?|(?:came|come|coming) to (?:their|the) (?:own )?(?:reviews?|meetings?)|(?:were|was) present',
  ],
  [
    'unaccompanied',
    '(?:unaccompanied(?: asylum[- ]seek\\w+)?(?: (?:children|young people|minors))?(?: \\(UASC\\))?|UASC|asylum[- ]seeking)',
  ],
]

/** What narrows it, by the words of published reports. */
const SHORTER: readonly (readonly [string, string])[] = [
  [
    'aged 4 and over',
    '(?:aged |over |age )?(?:4|four)(?:\\+| (?:and|or) (?:over|above|older|more))|over (?:the age of )?(?:4|four)',
  ],
  ['foster', 'foster(?:ing|ed)?(?: care| placements?| homes?| families)?'],
  [
    'residential',
    "(?:(?:lived?|living|placed) )?(?:in )?(?:a )?(?:residential(?: care| homes?| placements?| units?| children's homes?)?|children's homes?)",
  ],
  ['parents', '(?:placed |live |living |lived )?with (?:their )?(?:own )?parents|placed with parents'],
  ['kinship', 'kinship(?: care)?|relatives'],
  ['interim care order', 'interim care orders?'],
  ['care order', '(?:a |under )?(?:full )?care orders?'],
  ['section 20', '(?:under )?(?:section|s\\.?) ?20|accommodated (?:by agreement|with consent)'],
  ['placement order', 'placement orders?'],
  ['adopted', 'adopted|adoptions?|adoption orders?'],
  ['special guardianship', 'special guardianship(?: orders?)?|SGOs?'],
  ['disability', 'disab\\w+'],
  ['boys', 'boys?|males?'],
  ['girls', 'girls?|females?'],
  ['dental check', '(?:been to|seen|visited) (?:a|the) dentist|dental (?:checks?|check-ups?)|dentists?'],
  ['education plan', '(?:current |up[- ]to[- ]date )*(?:personal education plans?|PEPs?)'],
  ['informal', 'informal(?:ly)?'],
  ['formal', 'formal(?:ly)?'],
  ['none', 'no|none|neither|nor|without|not|never|except|other than'],
]

/** Words that narrow nothing. */
const NEUTRAL = new Set(
  's have has seen saw figure held hold chaired undertaken undertook conducted completed convened carried place took taken take raised made record recorded service team annual report reporting period course overall altogether respectively current currently now again still just only show shown see stood stand together remain remained looked looking look looks after us we council borough city authority responsible responsibility caring live lived living home placed placement due statutory subject about had got given which whose at as there all scorecard indicator indicators headline headlines key data facts overview appendix some way also number this rose gone risen manager managers care route both background check'.split(
    ' ',
  ),
)

const isOneOf = (forms: readonly (readonly [string, string])[]) =>
  forms.map(([name, form]) => ({ name, form: new RegExp(`\\b(?:${form})(?![\\w-])`, 'gi') }))
const entities = isOneOf(ENTITIES)
const longer = isOneOf(LONGER)
const shorter = isOneOf(SHORTER)

/** Of these what is counted is plain without a word for it. */
const IMPLIED: ReadonlyMap<string, string> = new Map([
  ['unaccompanied', 'child'],
  ['boys', 'child'],
  ['girls', 'child'],
  ['started', 'child'],
  ['left', 'child'],
])

/** What a stretch of text, with no dates in it, says that a number is of. */
export function conceptsIn(text: string): Concepts {
  let rest = text
  const take = ({ name, form }: { name: string; form: RegExp }): string[] => {
    if (rest.search(form) === -1) return []
    rest = rest.replaceAll(form, ' ')
    return [name]
  }
  const narrowed = longer.flatMap(take)
  const found = entities.flatMap((one) => {
    const at = rest.search(one.form)
    const taken = take(one)
    return taken.map((name) => ({ name, at }))
  })
  narrowed.push(...shorter.flatMap(take))
  const unknown = tokensIn(rest).flatMap(({ word }) => (NEUTRAL.has(word) ? [] : [`~${word}`]))
  const all = found.toSorted((a, b) => a.at - b.at).map(({ name }) => name)
  // Officers raise what is counted, and chair it.
  const named = all.length > 1 ? all.filter((name) => name !== 'officer') : all
  const isReview = named.includes('review')
  const entity = isReview ? 'review' : (named[0] ?? narrowed.flatMap((name) => IMPLIED.get(name) ?? [])[0] ?? null)
  const others = named.filter((name) => name !== entity && !(isReview && name === 'child'))
  return { entity, narrowed: [...new Set([...narrowed, ...others.map((name) => `of ${name}`), ...unknown])].toSorted() }
}

/** The same, without one of the words that narrow it. */
export const without = ({ entity, narrowed }: Concepts, one: string): Concepts => ({
  entity,
  narrowed: narrowed.filter((name) => name !== one),
})

/** The same, narrowed by one more word. */
export const narrowedBy = ({ entity, narrowed }: Concepts, one: string): Concepts => ({
  entity,
  narrowed: [...narrowed, one].toSorted(),
})
