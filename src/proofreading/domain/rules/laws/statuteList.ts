/** A law or guidance by its name, without "the" and its year, and the years in which one of that name was made. */
export interface Named {
  name: string
  years: readonly number[]
}

const of = (name: string, ...years: number[]): Named => ({ name, years })

/** Acts that reports of children's services name. Source: legislation.gov.uk, short titles. */
export const acts: readonly Named[] = [
  of('Children Act', 1908, 1948, 1958, 1972, 1975, 1989, 2004),
  of('Adoption and Children Act', 2002),
  of('Children and Adoption Act', 2006),
  of('Children and Young Persons Act', 1933, 1956, 1963, 1969, 2008),
  of('Children and Families Act', 2014),
  of('Children and Social Work Act', 2017),
  of('Children (Leaving Care) Act', 2000),
  of('Care Standards Act', 2000),
  of('Care Act', 2014),
  of('Human Rights Act', 1998),
  of('Equality Act', 2006, 2010),
  of('Data Protection Act', 1984, 1998, 2018),
  of('Freedom of Information Act', 2000),
  of('Mental Capacity Act', 2005),
  of('Mental Capacity (Amendment) Act', 2019),
  of('Modern Slavery Act', 2015),
  of('Domestic Abuse Act', 2021),
  of('Education and Adoption Act', 2016),
  of('Homelessness Reduction Act', 2017),
  of('Crime and Disorder Act', 1998),
  of('Legal Aid, Sentencing and Punishment of Offenders Act', 2012),
  of('LASPO Act', 2012),
  of('Police, Crime, Sentencing and Courts Act', 2022),
  of('Illegal Migration Act', 2023),
  of('Nationality and Borders Act', 2022),
  of('Borders, Citizenship and Immigration Act', 2009),
  of('Local Authority Social Services Act', 1970),
  of('Chronically Sick and Disabled Persons Act', 1970),
  of('Sexual Offences Act', 1956, 1967, 1985, 1993, 1997, 2003),
  of('Female Genital Mutilation Act', 2003),
  of('Counter-Terrorism and Security Act', 2015),
  of('Childcare Act', 2006, 2016),
  of('Safeguarding Vulnerable Groups Act', 2006),
  of('Online Safety Act', 2023),
  of('Serious Crime Act', 2007, 2015),
  of('Adoption Act', 1958, 1976),
  of('Family Law Act', 1986, 1996),
  of('Health and Social Care Act', 2001, 2008, 2012),
  of('Health and Care Act', 2022),
  of('Mental Health Act', 1959, 1983, 2007, 2025),
  of('Education Act', 1944, 1962, 1996, 2002, 2005, 2011),
  of('Education and Inspections Act', 2006),
  of('Education and Skills Act', 2008),
  of('Apprenticeships, Skills, Children and Learning Act', 2009),
  of('Academies Act', 2010),
  of('Immigration Act', 1971, 1988, 2014, 2016),
  of('Immigration and Asylum Act', 1999),
  of('Nationality, Immigration and Asylum Act', 2002),
  of('Safety of Rwanda (Asylum and Immigration) Act', 2024),
  of('Criminal Justice and Courts Act', 2015),
  of('Rehabilitation of Offenders Act', 1974),
  of('Police and Criminal Evidence Act', 1984),
  of('Protection of Children Act', 1978, 1999),
  of('Protection of Freedoms Act', 2012),
  of('Children and Family Court Advisory and Support Service Act', 2000),
  of('Crime and Courts Act', 2013),
  of('Child Poverty Act', 2010),
  of('Localism Act', 2011),
  of('Housing Act', 1985, 1988, 1996, 2004),
  of('Domestic Violence, Crime and Victims Act', 2004),
  of("Children's Wellbeing and Schools Act", 2025, 2026),
  of('Special Educational Needs and Disability Act', 2001),
]

/** Regulations. Source: legislation.gov.uk, statutory instruments. */
export const regulations: readonly Named[] = [
  of('Care Planning, Placement and Case Review (England) Regulations', 2010),
  of('Fostering Services (England) Regulations', 2011),
  of('Care Leavers (England) Regulations', 2010),
  of("Children's Homes (England) Regulations", 2015),
  of("Children's Homes Regulations", 2001),
  of('Adoption Agencies Regulations', 2005),
  of('Special Guardianship Regulations', 2005),
  of("Review of Children's Cases Regulations", 1991),
  of("Review of Children's Cases (Amendment) (England) Regulations", 2004),
  of('Children (Private Arrangements for Fostering) Regulations', 2005),
  of('Supported Accommodation (England) Regulations', 2023),
  of('Children (Secure Accommodation) Regulations', 1991),
  of('Fostering Services Regulations', 2002),
  // As reports shorten them.
  of('Care Planning Regulations', 2010),
  of('Care Planning and Case Review Regulations', 2010),
  of('Care Planning and Case Review (England) Regulations', 2010),
  of('Care Planning, Placement and Case Review (Wales) Regulations', 2015),
]

/** Its editions, and 2020, under which the corrected one of 2018 is known. Later than 2023 is not judged. */
const WORKING_TOGETHER = [1991, 1999, 2006, 2010, 2013, 2015, 2018, 2020, 2023, 2024, 2025, 2026]

/** Guidance, with the years of its editions. */
export const guidance: readonly Named[] = [
  of('Working Together to Safeguard Children', ...WORKING_TOGETHER),
  of('Working Together', ...WORKING_TOGETHER),
  of('IRO Handbook', 2010, 2011),
  of("Independent Reviewing Officers' Handbook", 2010, 2011),
  of('United Nations Convention on the Rights of the Child', 1989, 1990, 1991, 1992),
  of('UN Convention on the Rights of the Child', 1989, 1990, 1991, 1992),
]

/** What there is by another name, whatever the year: the words, and what they should be. */
export const misnamedLaws: readonly { words: RegExp; expected: string }[] = [
  {
    words:
      /\b(?:European (?:Convention|Charter) on the Rights of (?:the Child|Children)|United Nations Charter on the Rights of the Child)\b/i,
    expected: 'United Nations Convention on the Rights of the Child',
  },
  {
    words: /\b(?:IRO|Independent Reviewing Officers?'?s?'?) Guide ?book\b/i,
    expected: 'IRO Handbook',
  },
  {
    words: /\b(?:United Nations|UN) Convention on Human Rights\b/i,
    expected: 'European Convention on Human Rights',
  },
]

/** Sections that only one Act has as reports mean them, by their numbers: whose they are, and what they are about. */
export const sections: readonly { number: RegExp; act: string; year: number; about: string; isAbout: RegExp | null }[] =
  [
    {
      number: /^118$/,
      act: 'Adoption and Children Act',
      year: 2002,
      about: 'independent review of cases',
      isAbout: null,
    },
    { number: /^25[ABC]$/i, act: 'Children Act', year: 1989, about: 'independent reviewing officers', isAbout: null },
    {
      number: /^(?:22[A-G]|23[A-E]+|24[A-D]|23ZA|23ZB)$/i,
      act: 'Children Act',
      year: 1989,
      about: 'looked-after children and care leavers',
      isAbout: null,
    },
    {
      number: /^20$/,
      act: 'Children Act',
      year: 1989,
      about: 'accommodation',
      isAbout: /accommodat|consent|voluntar|looked after/i,
    },
    { number: /^31$/, act: 'Children Act', year: 1989, about: 'care orders', isAbout: /care order|supervision order/i },
    { number: /^38$/, act: 'Children Act', year: 1989, about: 'interim orders', isAbout: /interim/i },
    {
      number: /^47$/,
      act: 'Children Act',
      year: 1989,
      about: 'enquiries',
      isAbout: /enquir|investigat|child protection/i,
    },
    { number: /^17$/, act: 'Children Act', year: 1989, about: 'children in need', isAbout: /in need/i },
  ]

/** Sections of the Children Act 1989 that bear a letter, repealed ones among them. Source: legislation.gov.uk. */
export const letteredSections: ReadonlySet<string> = new Set(
  [
    '2A 4A 4ZA 5A 8A 9A 10A 11A 11B 11C 11D 11E 11F 11G 11H 11I 11J 11K 11L 11M 11N 11O 11P 14A 14B 14C 14D 14E 14F 14G',
    '16A 17A 17B 17ZA 17ZB 17ZC 17ZD 17ZE 17ZF 17ZG 17ZH 17ZI 22A 22B 22C 22D 22E 22F 22G 23A 23B 23C 23CA 23CZA 23CZB',
    '23D 23E 23ZA 23ZB 23ZZA 24A 24B 24C 24D 24ZA 25A 25B 25C 25ZA 26A 26ZA 26ZB 26ZC 29A 30A 31A 31B 32A 38A 38B',
    '44A 44B 53A 54A 59A 65A 66A 70A 71A 79A 79B 79C 79D 79E 79F 79G 79H 79I 79J 79K 79L 79M 79N 79O 79P 79Q 79R 79S 79T',
    '79U 79V 79W 79X 80A 82A 83A 83B 84A 84B 87A 87B 87C 87D 87BA 87BB 91A 94A 96A 97A 98A 104A',
  ]
    .join(' ')
    .split(' '),
)
