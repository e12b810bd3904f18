import type { Section } from '../section.ts'

/** What the service is for, in law; who it is, in its own words. */
export const service: Section = {
  id: 'service',
  title: 'The Independent Reviewing Service',
  figures: [],
  prompt:
    'Who the service is: how many Independent Reviewing Officers (headcount and full-time equivalent), how many children each is responsible for against the guide of 50 to 70, other duties, changes in the year, training and supervision, and how independence is kept.',
  write: () => [
    {
      kind: 'paragraph',
      text: 'Every child who is looked after must have a named Independent Reviewing Officer (section 25A of the Children Act 1989). The officer’s duties are to:',
    },
    {
      kind: 'list',
      items: [
        'watch how well the authority carries out its functions in the child’s case',
        'take part in every review of the child’s case',
        'see that the child’s wishes and feelings are given due consideration',
        'do what else regulations ask, such as reporting on the service each year',
      ],
    },
    {
      kind: 'paragraph',
      text: 'Source: section 25B of the Children Act 1989; the Care Planning, Placement and Case Review (England) Regulations 2010; the IRO Handbook. The IRO Handbook asks for this annual report, for the scrutiny of the corporate parenting board.',
    },
  ],
}
