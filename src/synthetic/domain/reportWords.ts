/**
 * What the made-up service says of last year in its annual report, by section. No number, day or name stands in it: those
 * come from the figures, which change with the day on which the demonstration is made.
 */
export const reportWords: Readonly<Record<string, string>> = {
  at_a_glance:
    'We are proud of how many children took part in their reviews, and of the children who chaired part of their own. What worries us most is plans that wait: for a match, for an assessment, for a place in therapy. We ask the board to look at dental care and at homes close to Hartsmere for teenagers.',
  service:
    'IROs here are experienced, and most stay. One post is shared with chairing child protection conferences. Each IRO has monthly supervision, a peer group and their own training plan. The service stands outside the line management of the cases that it reviews, and its manager reports to the director of children’s services.',
  coming_and_going:
    'Families were offered help earlier, so that a child need not come into care. Where children went home, reviews asked who would support the family and for how long. We raised it where an order was no longer needed and nobody had gone back to court.',
  who_they_are:
    'Unaccompanied young people need interpreters, legal advice and someone who knows their faith and food. Reviews now begin with what matters to the child about who they are. Plans were changed for several children as a result: a new hairdresser, a Saturday school, a place to pray.',
  timeliness:
    'Most late reviews were late because a care plan or an assessment was not ready, or because an IRO was absent. Each was held as soon as people could meet, and no child missed help because of it. We now book the next review at the end of each one, and keep time back to move it once.',
  participation:
    'Children told us that meetings were too long and had too many people. We now ask first where, when and with whom a child wants to meet, and hold several short meetings where that suits the child. Where a child takes no part, the IRO visits before the next review and an advocate is offered.',
  consultation:
    'Children are asked by a link, on paper or by someone whom they trust. Younger children use pictures. Carers and teachers answer most often; we hear least from fathers, and ask for their addresses earlier now. Answers changed agendas: children wanted to talk of friends, pets and time with family.',
  around_the_review:
    'Reports were best where a social worker had known the child for some time. Where a plan was out of date, the IRO asked for it at the review and looked again within weeks. Decisions went out late where the IRO waited for an answer; they are now sent out and corrected where needed.',
  oversight:
    'Between reviews, IROs look first at children whose plan is rated red. They found assessments that nobody had asked for and visits that had slipped, and most were put right within weeks of a call. Where a call was not enough, the IRO raised a challenge.',
  proceedings:
    'IROs and guardians spoke before the last hearing of most proceedings. Papers often came late, and we raised this with Cafcass and with our own legal service. A short handover by telephone at the end works better than a long one in writing.',
  challenge:
    'Most challenges were settled by a conversation between the IRO and the team manager. Themes were visits, health assessments and care plans that were out of date. They were taken to senior managers every quarter. IROs can have legal advice from outside the authority, and know how to ask for it.',
  permanence:
    'Plans for permanence drifted where a connected person was assessed late, or where a match was hard to find for brothers and sisters together. IROs now ask at the second review what is left to do and who does it. Family time was looked at again for brothers and sisters who live apart.',
  where_they_live:
    'Many children live with foster carers whom they know well. It is hardest to find homes near Hartsmere for teenagers and for groups of brothers and sisters. IROs visit each child who lives far away or in a home that is not registered, and stay in touch until the plan is safe.',
  stability:
    'Most children stayed where they were. Homes broke down most often in the first months, and where help for the carer came late. Reviews now ask carers early what they need. Some moves were right: to family, to a brother or sister, or to a home for good.',
  health:
    'Reviews asked about every check that was overdue. Dentists who see new patients are still hard to find, and we raised this with the integrated care board. Young people who leave care are given a summary of their health, and can ask for someone to go through it with them.',
  education:
    'Reviews found children who had changed school when they changed home, and asked whether that was needed. Where a personal education plan was out of date, the virtual school was at the next meeting. IROs asked to be told of each exclusion on the day.',
  missing:
    'A small number of children account for most episodes. For each of them the IRO met the social worker and the police, and the plan was changed: more time with family, a different school, a worker whom the child trusts. Return interviews are offered each time, and more children now accept them.',
  fostering:
    'Reviews of foster carers found households that do well with very different children. What held reviews up most were checks that had run out. Children of foster carers are asked too, and want to know earlier who is coming to live with them.',
  care_leavers:
    'Young people are asked from their sixteenth birthday on what they need to leave well. Those who could stay put mostly wanted to. Pathway plans are better where the personal adviser is known before the young person turns eighteen.',
  audits:
    'Audits showed good relationships and records that are sometimes too long to be read. Observed reviews were child-centred. IROs now write shorter records, to the child, and read each other’s once a quarter.',
  feedback:
    'Children said that their IRO listened and kept promises. Parents wanted to know earlier who would be at a meeting. From complaints we learned to say sorry sooner, and to explain in plain words what an IRO can and cannot change.',
  advocacy:
    'Each child is told of advocacy before every review, in words that suit their age. Some waited for an independent visitor because volunteers are few in the south of the borough. Children who have one say that it is someone who is there for them alone.',
  said_and_done:
    'What helped was asking children early and writing to them afterwards. What stood in the way was changes of social worker. Children asked for shorter meetings, and we made them shorter. Carers asked to see the plan before the review, and most now do.',
  good_practice:
    'The stories have one thing in common: an IRO who asked again. A child saw a sister more often, a carer had help in time, a young person kept a home. Names and circumstances are changed.',
  priorities:
    'We chose priorities that children named and that our figures support: reviews on time, plans for permanence without delay, and health checks that are made when they are due. They build on what was begun last year.',
  national_collection:
    'Children taking part in their reviews; delay in plans for permanence; health checks and dental care.',
}
