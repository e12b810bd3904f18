import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type Topic, articles, lastSections, topics } from './sectionTopicList.ts'

/** `The functions of the IRO, set out in section 25C of that Act`: a section or an article that is about something else. */
export const sectionTopics: Rule = (studied) =>
  studied.contexts.flatMap((context) => {
    let law: string | null = null
    return context.flatMap((sentence) => {
      const found = mentionsIn(sentence.text, law)
      law = found.at(-1)?.law ?? law
      return [
        ...found.flatMap((one) => wrongIn(studied, sentence, one) ?? []),
        ...articlesIn(sentence.text).flatMap((one) => wrongIn(studied, sentence, one, articles) ?? []),
      ]
    })
  })

interface Mention {
  law: string | null
  number: string
  words: string
  at: number
  /** What stands before and after it, to the next stop or section. */
  ahead: string
  behind: string
  /** The number of the section named before it in the sentence. */
  previous: string | null
}

const ACT = String.raw`(?:the\s+)?((?:[A-Z][\w'-]*|and|of|\(Leaving Care\))(?:\s+(?:[A-Z][\w'-]*|and|of|\(Leaving Care\)))*\s+Act)\s+(?:of\s+)?((?:19|20)\d{2})`
const SECTION =
  /\b(?:[Ss]ection|[Ss]ec\.|[Ss]\.?)\s?(\d{1,3}[A-Z]{0,3})\b(?:\s?\(\w{1,4}\))*(?!\s*(?:,|and|to|-)\s*\d)/g
const OF_ACT = new RegExp(`^\\s*(?:of|,|-|in)?\\s*(?:of\\s+)?\\(?${ACT}`)
const ACT_BEFORE = new RegExp(`${ACT}\\s*[,(:]?\\s*$`)
const ANY_ACT = new RegExp(ACT, 'g')
const OF_WHICH = /^\s*of which\b/
const SAME_ACT = /^\s*of (?:that|the same|the|this) Act\b(?!\s+(?:19|20)\d)/

const nameOf = (name: string, year: string): string =>
  `${name.replace(/^(?:and|of|The)\s+/, '')} ${year}`.toLowerCase().replaceAll(/\s+/g, ' ')

/** The sections that a sentence names, each with its law; `standing` is that of the sentences before. */
function mentionsIn(text: string, standing: string | null): Mention[] {
  const matches = [...text.matchAll(SECTION)]
  let last = standing
  return matches.map((match, index): Mention => {
    const [words, number = ''] = match
    const end = match.index + words.length
    const after = OF_ACT.exec(text.slice(end))
    const lead = text.slice(0, match.index)
    // `the … Act 2012, under section 104 of which`.
    const before = OF_WHICH.test(text.slice(end)) ? [...lead.matchAll(ANY_ACT)].at(-1) : ACT_BEFORE.exec(lead)
    const named = after ?? before
    const isSame = SAME_ACT.test(text.slice(end)) || !named
    const law = named ? nameOf(named[1] ?? '', named[2] ?? '') : isSame ? last : null
    last = law ?? last
    const from = matches[index - 1]
    const next = matches[index + 1]
    return {
      law,
      number,
      words,
      at: match.index,
      ahead: text.slice(from ? from.index + from[0].length : 0, match.index),
      behind: text.slice(end, next?.index ?? text.length),
      previous: from?.[1] ?? null,
    }
  })
}

const ARTICLE = /\bArticle (\d{1,2})\b(?!\s*(?:,|and|to|-)\s*\d)/g

/** The articles of the Convention that a sentence names. */
function articlesIn(text: string): Mention[] {
  if (!/\b(?:UNCRC|Rights of the Child|UN Convention)\b/.test(text)) return []
  return [...text.matchAll(ARTICLE)].map((match) => ({
    law: 'articles',
    number: match[1] ?? '',
    words: match[0],
    at: match.index,
    ahead: text.slice(0, match.index),
    behind: text.slice(match.index + match[0].length),
    previous: null,
  }))
}

/** What leads from what it is about to the number of the section, and the other way round. */
const LINKED = /(?:\b(?:in|under|by|is|at|of|from|with|to)\s+(?:the\s+)?|[(,]\s*(?:[A-Z][\w ,]*\d{4},?\s*)?)$/
const SAYS =
  /^[^.;]{0,90}?\b(?:requires?|says|sets? out|provides?|places?|gives?|imposes?|concerns?|is about|deals|establish\w*|introduced|makes|made|governs?|covers?|contains?|describes?|lists?|states?|allows?|defines?)\b([^.;]{0,110})/

const aheadOf = ({ ahead }: Mention): string =>
  LINKED.test(ahead) ? (ahead.split(/[.;]|\b(?:while|whereas)\b/).at(-1) ?? '').slice(-140) : ''
const behindOf = ({ behind }: Mention): string => SAYS.exec(behind)?.[1] ?? ''

function wrongIn(
  studied: Studied,
  sentence: Sentence,
  mention: Mention,
  known: readonly Topic[] = topics,
): Located | null {
  const { law, number, words, at, previous } = mention
  const last = law === null ? undefined : lastSections.get(law)
  const own = last !== undefined && parseInt(number, 10) > last && number !== '118' ? `It has ${last} sections.` : null
  const around = [behindOf(mention), aheadOf(mention)].find((each) =>
    known.some((topic) => isOf(topic, mention) && topic.form.test(each)),
  )
  const named = around === undefined ? [] : known.filter((topic) => isOf(topic, mention) && topic.form.test(around))
  const [topic] = named
  if (own === null && (!topic || named.some(({ right }) => right.test(number)))) return null
  // `in section 25A the duty to appoint one, in section 25B what that officer does`: told of the one before.
  const isOfPrevious = previous !== null && named.some(({ right }) => right.test(previous))
  if (own === null && isOfPrevious && around === aheadOf(mention)) return null
  const start = sentence.start + at
  return located(studied, {
    at: { start, end: start + words.length },
    place: sentence.passage.place,
    kind: 'statute',
    message: topic
      ? `${words.charAt(0).toUpperCase()}${words.slice(1)} is not the one on ${topic.about}: ${topic.expected} is probably meant.`
      : `There is no ${words} of that Act. ${own ?? ''}`,
    expected: topic?.expected ?? null,
    severity: 'error',
    confidence: 0.86,
  })
}

/** A section without a law is of the Children Act 1989 where its number is one that reports name without it. */
const isOf = (topic: Topic, { law, number }: Mention): boolean =>
  topic.law === (law ?? (/^(?:2\d|1[47]|3\d|4\d)[A-Z]*$/.test(number) ? 'children act 1989' : ''))
