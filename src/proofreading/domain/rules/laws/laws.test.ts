import { eachRule, right, wrong } from '../../../../../test/support/reportCases.ts'
import { lawsRules } from './index.ts'

eachRule(lawsRules, {
  provisionsNamed: [
    wrong('The council must give wishes and feelings due consideration. That duty, in section 22 of the Children Act 2004, is quoted often.', /section 22 of the Children Act 1989/), // prettier-ignore
    right('The council must give wishes and feelings due consideration. That duty, in section 22 of the Children Act 1989, is quoted often.'), // prettier-ignore
    wrong('If a child may be suffering significant harm it must make enquiries under section 37 of the Children Act 1989.', /section 47/), // prettier-ignore
    right('If a child may be suffering significant harm it must make enquiries under section 47 of the Children Act 1989.'), // prettier-ignore
    wrong('Sections 25A and 25B of the Children Act 1989 were inserted by the Children and Families Act 2014.', /Young Persons Act 2008/), // prettier-ignore
    right('Sections 25A and 25B of the Children Act 1989 were inserted by the Children and Young Persons Act 2008.'),
    right('There remain queries over the use of section 20 as an extension of police protection, to secure LAC status.'), // prettier-ignore
  ],
  reviewTimes: [
    wrong('A first review must be held within 28 working days.', /20 working days, not 28/),
    right('A first review must be held within 20 working days, the second within three months and after that every six months.'), // prettier-ignore
    wrong(
      'A first review must be held within 20 weeks of the day when a child became looked after.',
      /20 working days/,
    ),
    right('A first review must be held within 20 working days, the second within three months of the first, and later ones at intervals of no more than six months.'), // prettier-ignore
    wrong('The second must be held within three weeks of the first.', /three months/),
  ],
  sectionPurposes: [
    wrong('42 children are subject to a care order (section 47).', /section 31/),
    right('42 children are subject to a care order (section 31).'),
    right('42 children are subject to an interim care order (section 38).'),
    wrong('Care orders under section 38 of the Children Act 1989 rose.', /section 31/),
    right('Interim care orders (s.38) and care orders (s.31) rose.'),
  ],
  sectionTopics: [
    wrong('The functions of the IRO, set out in section 25C of the Children Act 1989, are to monitor the case.', /not the one on the functions/), // prettier-ignore
    right('The functions of the IRO, set out in section 25B of the Children Act 1989, are to monitor the case.'),
    wrong('The duty to review the case of every looked after child is in section 62 of the Children Act 1989.', /not the one on the review of cases/), // prettier-ignore
    right('The duty to review the case of every looked after child is in section 26 of the Children Act 1989.'),
    wrong('The corporate parenting principles are in section 7 of the Children and Social Work Act 2017.', /section 1 is probably/), // prettier-ignore
    right('The corporate parenting principles are in section 1 of the Children and Social Work Act 2017.'),
    wrong('It is required under s.181 of the Adoption and Children Act 2002.', /It has 150 sections/),
    right('Section 25A of the Children Act 1989 says every child has to have an IRO, and section 25B says what the IRO has to do.'), // prettier-ignore
    wrong('Article 21 of the UNCRC gives children the right to have their views heard.', /Article 12/),
    right('Article 12 of the UNCRC gives children the right to have their views heard.'),
    wrong('Article 21 of the United Nations Convention on the Rights of the Child gives children the right to be heard.', /Article 12/), // prettier-ignore
  ],
  statutes: [
    wrong('See section 25K of the Children Act 1989.', /no section 25K/),
    right('See section 22C of the 1989 Act and section 38A of the Children Act 1989.'),
    wrong('The IRO Handbook (Department for Children, Schools and Families, 2015) says so.', /IRO Handbook/),
    wrong('The duties are in section 25B of the Children Act 1998.', /Children Act 1989/),
    wrong('Section 118 of the Children Act 1989 asks for an independent review of cases.', /2002/),
    right('The duties are in section 25B of the Children Act 1989.'),
    wrong('See s25A Children Act 1991.', /Children Act 1989/),
    right('See s25A Children Act 1989.'),
    wrong('The Care Planning and Placement (Wales) Regulations 2010 apply.', /Case Review/),
    wrong('An IRO may refer a case to Cafcass under section 52B(3).', /section 25B/),
    right('An IRO may refer a case to Cafcass under section 25B(3).'),
    wrong('Paragraph 7.11 of the IRO Guidebook asks for it.', /IRO Handbook/),
  ],
})
