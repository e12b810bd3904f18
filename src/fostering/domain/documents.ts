import { type DocumentField, type DocumentPart, documentKind, settlesDate } from '../../documents/kind.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type FosterReviewFact, fosterReviews } from '../registers/fosterReviews.ts'

/** What a document of a review is about: the household and the day on which the review was held. */
export const reviewDocumentRef = (carerRef: string, heldOn: PlainDate): string => `${carerRef} ${heldOn.toString()}`

const isAbout = ({ carerRef, heldOn, status }: FosterReviewFact, ref: string): boolean =>
  status === 'HELD' && heldOn !== null && reviewDocumentRef(carerRef, heldOn) === ref

const readers = { service: 'The service', panel: 'Panel and decision maker', carer: 'Carers' }
const everyone = ['service', 'panel', 'carer']

const text = (id: string, more: Partial<DocumentField> = {}): DocumentField => ({
  id,
  label: '',
  kind: 'text',
  isMandatory: false,
  most: 20_000,
  ...more,
})

const part = (id: string, heading: string, fields: readonly DocumentField[] = [text(`${id}_text`)]): DocumentPart => ({
  id,
  heading,
  fields,
  readers: everyone,
  whyWithheld: '',
})

/** The heading under which the record says what is recommended: nothing is issued without it. */
export const RECOMMENDATION = 'recommendation'

/** The record of a review of a household, under the headings of Blackpool’s form (2013-14, appendix 3). */
export const fosterReviewRecord = documentKind({
  name: 'foster_review_record',
  title: 'Review of a fostering household',
  called: 'a record of a fostering review',
  readers,
  parts: [
    part('present', 'Present'),
    part('unannounced', 'Dates of unannounced visits since the last review'),
    part('checks', 'Checks'),
    part('family', 'Changes: family and household'),
    part('employment', 'Changes: employment'),
    part('accommodation', 'Changes: accommodation'),
    part('support', 'Support that the carers receive and ask for'),
    part('complaints', 'Complaints and compliments'),
    part('allegations', 'Allegations since the last review'),
    part('children', 'What children and their social workers say, and the carers’ answer'),
    part('own_children', 'What the carers’ own children say, and the carers’ answer'),
    part('safety', 'Health, safety and hygiene'),
    part('pets', 'Pets'),
    part('education', 'How the carers support education'),
    part('pocket_money', 'Pocket money and allowances'),
    part('clothing', 'Clothing'),
    part('contact', 'Seeing family and friends: transport, supervision, what stands in the way'),
    part('friends', 'Bringing friends home'),
    part('care_plans', 'Confidence to meet each child’s care plan: health, identity, working with the authority'),
    part('training', 'Training done, and needed in the next 12 months'),
    part('safer_caring', 'Safer caring policy for each child'),
    part('last_time', 'What the last review recommended, and what was done'),
    part(RECOMMENDATION, 'Recommendation on suitability and terms of approval', [
      text('recommendation_text', { isMandatory: true }),
    ]),
  ],
  settles: [],
})

/** The letter that tells carers what was decided on their approval. Its first issue settles the day of the notice. */
export const fosterDecisionLetter = documentKind({
  name: 'foster_decision_letter',
  title: 'Decision on your approval as foster carers',
  called: 'a decision letter to foster carers',
  readers,
  parts: [part('letter', 'Letter', [text('letter_text', { isMandatory: true })])],
  settles: [settlesDate(fosterReviews, 'noticeOn', isAbout)],
})
