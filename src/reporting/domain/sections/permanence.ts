import { sectionOf } from './ofFigures.ts'

/** Where children are to grow up, and how soon that is settled. */
export const permanence = sectionOf({
  id: 'permanence',
  place: 900,
  title: 'Permanence',
  says: [
    'A plan for permanence says where a child is to grow up and who will be there for them. Statutory guidance on care planning asks for one by the second review.',
    'How many children left care by adoption or under a special guardianship order stands under “How many children, and who came and left”.',
  ],
  figures: ['cla.permanence_plan_by_second_review'],
  prompt:
    'Where plans for permanence drifted and why; what IROs did about it; children who wait for a match, a court or an assessment; family time and brothers and sisters who live apart.',
})
