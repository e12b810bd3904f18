import { reachService } from '../../inviting/domain/wording.ts'
import { choiceField, itemsOf, ticksField } from '../../platform/web/forms/choices.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import { type PictureName, pictureSvg } from '../../documents/pictures.ts'
import type { OpenFeedback } from '../app/reviewFeedback.ts'
import { howItWas, listened } from '../domain/reviewFeedback.ts'

/** What someone says of a review. */
export const givenForm = formOf({
  how: choiceField(itemsOf(howItWas)),
  listened: choiceField(itemsOf(listened)),
  words: linesField({ most: 3000 }),
  thanks: ticksField([{ value: 'thanks', text: 'I want to say thank you' }]),
  mayQuote: choiceField(itemsOf({ yes: 'Yes', no: 'No' })),
})
type GivenForm = typeof givenForm

/** What is wrong where nothing was said. */
export const givenFaults = (): FaultIn<GivenForm>[] => [{ field: 'how', text: 'Say how it was, or write something' }]

const pictures: Readonly<Record<keyof typeof howItWas, PictureName>> = { good: 'happy', ok: 'okay', bad: 'sad' }

const frame = ({ from, service, council, authority, leaveTo }: OpenFeedback) => ({
  isForChild: from === 'CHILD',
  serviceName: `${service.name}, ${council}`,
  footerFor: authority.code,
  leave: leaveTo,
})

/** All that givingFeedback.njk shows. */
export function givenPage(
  open: OpenFeedback,
  typed: TypedIn<GivenForm>,
  faults: readonly FaultIn<GivenForm>[],
  { token, csrfToken }: { token: string; csrfToken: string },
) {
  const isForChild = open.from === 'CHILD'
  const ways = reachService(open.service)
  return {
    ...frame(open),
    title: isForChild ? 'How was your review?' : 'How was the review?',
    intro: isForChild
      ? 'You do not have to say anything. Your name does not stand with what you say.'
      : 'Your name does not stand with what you say. Please do not name the child.',
    action: `/your-feedback/${encodeURIComponent(token)}`,
    csrfToken,
    pictures: Object.entries(howItWas).map(([value, text]) => ({
      value,
      text,
      svg: value === 'good' || value === 'ok' || value === 'bad' ? pictureSvg(pictures[value]) : '',
      isChosen: typed.how === value,
    })),
    words: {
      listened: isForChild ? 'Did people listen to you?' : 'Did people listen to what you had to say?',
      words: isForChild ? 'What do you want to tell us? (you can leave this out)' : 'What went well, and what could be better? (optional)', // prettier-ignore
      mayQuote: isForChild ? 'May we show your words to other people?' : 'May we quote you, without your name?',
    },
    unhappy: ways === null ? 'Are you not happy with something, and want an answer? Tell someone you trust.' : `Are you not happy with something, and want an answer? You can ${ways}`, // prettier-ignore
    ...givenForm.shown(typed, faults),
  }
}

/** After it was sent: nothing of what was said. */
export const givenThanks = (open: OpenFeedback) => ({
  ...frame(open),
  title: 'Thank you',
  paragraphs: ['We read all that people tell us. It helps us to make reviews better.'],
})
