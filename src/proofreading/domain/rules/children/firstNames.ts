/** First names that are common in England. Source: ONS, baby names since 1996, and names common in large communities. */
export const firstNames: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail adam ahmed aidan aisha alan albert alex alexa alexander alexandra alexis alfie ali alice alicia
  alisha alison amelia amelie amina amir amira amber amy ana andre andrea andrew angel angela anna anne annie anthony antonio archie
  aria arlo arthur asher ashley austin ava ayaan ayesha barry beatrice beau bella ben benjamin beth bethany billy blake bobby bonnie
  bradley brandon brian brooke caitlin callum cameron cara carl caroline casey catherine chanel chantelle charley charlie charlotte
  chelsea chloe chris christian christina christopher clara claire cody cole connor conor courtney craig daisy dale daniel danielle
  danny darcey darcy darren david dean declan demi dexter diana dominic donna dylan ebony eden edward eleanor elena eliza elizabeth
  ella ellen ellie elliot elliott elsie emilia emily emma eric erin esme ethan eva evan eve evelyn evie ezra faith farah fatima felix
  finlay finley finn florence frances francesca frank frankie fred freddie frederick freya gabriel gabriella gareth gary gavin gemma
  george georgia georgina grace gracie graham grayson habib hamza hannah harley harper harriet harris harrison harry harvey hassan
  hayley heather heidi helen henry hollie holly hope hugo ibrahim imogen imran india isaac isabel isabella isabelle isaiah isla ismail
  isobel ivy jack jackson jacob jade jaden jaiden jake jakub jamal james jamie jamila jane jasmine jason jay jayden jayla jaydon
  jemima jenna jennifer jenny jeremy jess jesse jessica jill jim jimmy joanna jodie joe joel john johnny jonah jonathan jordan joseph
  josephine josh joshua jude julia julian julie kai kane kara karen karim kate katherine kathryn katie kayden kayla kayleigh keira
  kelly ken kenneth kenzie keith kevin khadija khalid kian kieran kim kirsty kyle kyra lacey lana laura lauren layla leah leanne lee
  leila leo leon leona leonard lewis lexi lexie liam libby lila lilly lily lisa logan lola lorraine louie louis louisa louise luca
  lucas lucy luis luka lukas luke luna lydia lyla mackenzie maddison madison maisie malachi malik mandy marcus margaret maria mariam
  marie mark martha martin mary maryam mason matilda matthew maya megan mehmet melanie melissa mia michael michaela michelle miles
  millie mohamed mohammad mohammed molly morgan muhammad musa mustafa mya nadia naomi natalia natalie natasha nathan nathaniel neil
  niamh nicholas nicola nicole noah nora nusrat oliver olivia oscar owen paige pamela patricia patrick paul penelope peter phoebe
  philip phoenix poppy priya rachel ralph ray rayan raymond rebecca reece reggie rhys ria richard riley robert robin robyn roman ronnie
  rory rosa rose rosie ross rowan ruby russell ruth ryan saad safa sally sam samantha samira samuel sandra sara sarah scarlett scott
  sean sebastian shane shannon sharon shaun shelby sian sienna simon skye sofia sonia sonny sophia sophie stacey stanley stella stephanie
  stephen steven stuart summer susan sydney tamara tammy tara taylor ted teddy teresa terry thea theo theodore thomas tia tiana tiffany
  tilly tim timothy tobias toby tom tommy tony tracey tristan tyler tyrone uzair vanessa victoria vincent violet wayne wesley wilf
  wilfred william willow yasmin yusuf zac zach zachary zahra zain zainab zara zayn zoe`.split(/\s+/),
)
