import type { Passage } from '../../reportText.ts'
import { type Rule, located } from '../../studied.ts'
import { firstNames } from './firstNames.ts'

/** `K chose the room, and the officer asked Keira …`: a name where others are initials; full names in what was said, and of children in a group. */
export const namesAmongInitials: Rule = (studied) => {
  let lead = ''
  return studied.passages.flatMap((passage) => {
    if (passage.kind !== 'item') lead = passage.text
    if (passage.kind === 'heading' || NOT_REAL.test(passage.text)) return []
    const name = amongInitials(passage) ?? quoted(passage, lead) ?? ofGroup(passage)
    return name === null
      ? []
      : [
          located(studied, {
            at: passage,
            place: passage.place,
            kind: 'personal-data',
            message: `“${name}” looks like a name that is not to be printed.`,
            expected: null,
            severity: 'error',
            confidence: 0.84,
          }),
        ]
  })
}

const NOT_REAL = /\b(?:not (?:his|her|their) real names?|names? (?:has|have) been changed|pseudonym|anonymi[sz]ed)\b/i
const ROLE =
  /\b(?:IROs?|officers?|manager|director|head|councillor|cllr|chair|author|service|team|lead|minister|judge|justice|dr|professor|mrs?|ms|advis[eo]r|advocate|commissioner|co-?ordinator|consultant|inspector|social worker|practitioner|staff|board|panel|report|act|review of|model|inquiry)\b/i
const VERB =
  '(?:was|is|has|had|used|chose|chooses|decided|decides|told|tells|said|says|attended|attends|wanted|wants|felt|feels|chaired|chairs|moved|lives|lived|asked|asks|became|came|needs|needed|to (?:do|say|share|chair|tell|have|make|be|stay|move|live|see))'
/** `A` begins sentences that are about nobody: only its own name, or what somebody does, is one. */
const INITIAL = new RegExp(`(?<![\\w.&'-])(?!I\\b)[A-Z](?:'s\\b| (?:also |then |now )?${VERB}\\b)`, 'g')
const NAMED = new RegExp(`(?<![\\w-])([A-Z][a-z]{2,11})(?:'s? (?=(?:own |CLA |LAC |care |life )?(?:attendance|reviews?|voice|views?|wishes|plan|story|placement|carers?|family|mother|school|IRO)\\b)| (?:also |then |now )?${VERB}\\b)`, 'g') // prettier-ignore
const AROUND = 45

/** A first name in a passage that else has initials for people. */
function amongInitials({ text }: Passage): string | null {
  if (text.search(INITIAL) === -1) return null
  const named = [...text.matchAll(NAMED)].find((match) => {
    const [, name = ''] = match
    const around = text.slice(Math.max(0, match.index - AROUND), match.index)
    return firstNames.has(name.toLowerCase()) && !/^(?:May|April|June|August|Will|Mark|Grace|Hope)$/.test(name) && !ROLE.test(around)
  }) // prettier-ignore
  return named?.[1] ?? null
}

const OPINION = /\b(?:brilliant|great|amazing|lovely|kind|nice|helpful|fantastic|excellent|wonderful|awesome|horrible|rude|mean|the best|listens?|listened|helps?|helped|supported|cares?|cared|good|awful|understands?)\b/i // prettier-ignore
const SPOKEN = /(?:^|[\s(:-])["']([A-Z][a-z]{2,11} [A-Z][a-z'-]{1,15})\b([^"]{0,160})["'](?=\W|$)/g

/** `“Kerry Marsh is brilliant”`, among what children said. */
function quoted({ text, place }: Passage, lead: string): string | null {
  if (!/\b(?:asked|said|told|feedback|comment\w*|young people|child(?:ren)?|quot\w+|views?)\b/i.test(`${place} ${lead} ${text}`)) return null
  const match = [...text.matchAll(SPOKEN)].find(([, name = '', rest = '']) => {
    const [first = ''] = name.split(' ')
    return firstNames.has(first.toLowerCase()) && OPINION.test(rest) && !ROLE.test(rest)
  })
  return match?.[1] ?? null
} // prettier-ignore

const GROUP = /\b(?:(?:[Cc]hildren|[Yy]oung [Pp]eople|young (?:wo)?men|care leavers|teenagers|girls|boys|young (?:inspectors|ambassadors|interviewers|people's representatives))(?: [^,;.]{0,50})?|[Mm]embers of (?:the )?(?:[Cc]hildren in [Cc]are|[Yy]outh|[Jj]unior|[Yy]oung|[Cc]are [Ll]eavers'?|[Jj]ust)\b[^,;.]{0,40}),? ?\(?(?:called |named |namely )?([A-Z][a-z]{2,11})(?: [A-Z][a-z'-]{1,15})?(?:, [A-Z][a-z]{2,11}(?: [A-Z][a-z'-]{1,15})?)*,? and ([A-Z][a-z]{2,11})(?: [A-Z][a-z'-]{1,15})?(?=[,;.)]| (?:attend|were|are|went|took|met|spoke|have|had|who|from|chair|join))/ // prettier-ignore

/** `Two young people, Callum and Sophie Hart, spoke to members`. */
function ofGroup({ text }: Passage): string | null {
  const [words = '', first = '', second = ''] = GROUP.exec(text) ?? []
  if (!firstNames.has(first.toLowerCase()) || !firstNames.has(second.toLowerCase()) || ROLE.test(words)) return null
  return words.slice(words.lastIndexOf(first, words.lastIndexOf(second) - 1)).trim()
}
