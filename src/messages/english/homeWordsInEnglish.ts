import type { homeWords } from '../homeWords.ts';
import type { Translated } from '../language.ts';

const number = (count: number): string => count.toLocaleString('en-GB');
const counted = (count: number, one: string, more: string): string => `${number(count)} ${count === 1 ? one : more}`;

/** Words of the home page and of an organ's home page, in English. */
export const homeWordsInEnglish: Translated<typeof homeWords> = {
  title: 'Use information held by administrative organs in your business, with nobody identifiable',
  lead: 'Here administrative organs offer personal information that they have processed so that no individual can be identified and nothing can be restored, to those who want to use it in their business.',
  leadUse: 'For each organ you can search the register of personal information files and see its calls for proposals.',
  organs: 'Choose an organ',
  noOrgans: 'No organ has been set up yet.',
  flow: 'From the proposal to the provision',
  steps: [
    {
      title: 'Find a file',
      text: 'In the register, see for which files proposals are invited and which items they record.',
    },
    {
      title: 'Propose',
      text: 'Within the period of the call, hand in a proposal that says what you will use the data for and how it is to be processed.',
    },
    {
      title: 'Review',
      text: 'The organ reviews whether the proposal meets the criteria that are laid down, and notifies you of the result.',
    },
    { title: 'Contract', text: 'Who is notified of conformity pays the fee and concludes a contract of use.' },
    { title: 'Provision', text: 'The organ processes the information by the standards, checks it, and provides it.' },
  ],
  callOpen: 'Call open',
  callComing: 'Call announced',
  callNone: 'No call now',
  openOrgan: (name) => `Page of ${name}`,
  openRegister: (name) => `Register of personal information files of ${name}`,
  term: (data) => `What this organ calls the data: ${data}`,
  organLead: (data) =>
    `This organ publishes its calls for proposals on ${data} and its register of personal information files.`,
  organLeadNoTerm: 'This organ publishes its calls for proposals and its register of personal information files.',
  formsTitle: 'Forms',
  formsLead: 'The Word files have fields to fill in. Print the PDF files and fill them in by hand.',
  formsNone: 'The forms of this organ are not available yet. Please ask the desk.',
  feesOpen: 'Fees, with a calculator (in Japanese)',
  formsOpen: 'Download forms (in Japanese)',
  registerSection: 'Register of personal information files',
  registerCounts: (total, solicited) =>
    `${counted(total, 'file is', 'files are')} published. Proposals are invited for ${number(solicited)} of them.`,
  registerOpen: 'Open the register',
  solicitedOpen: 'Only files for which proposals are invited',
  callsSection: 'Calls for proposals',
  noCalls: 'No call is open, and none is announced.',
  noCallsNext: 'When the period of a call is fixed, it is shown here.',
  period: 'Period of the call',
  daysLeft: (days) => (days === 0 ? 'last day today' : `${counted(days, 'day', 'days')} left`),
  startsIn: (days) => (days === 0 ? 'Starts today' : `Starts in ${counted(days, 'day', 'days')}`),
  files: 'Files of the call',
  publishedOn: 'Published on',
  intakeSection: 'Handing in a proposal',
  channels: 'Ways',
  channel: {
    inPerson: 'In person',
    post: 'By post',
    correspondenceDelivery: 'By correspondence delivery service',
    writing: 'On paper',
    online: 'Online',
  },
  copies: 'Copies',
  copiesOf: (count) => counted(count, 'copy', 'copies'),
  counter: 'Hours of the desk',
  counterHours: (from, through) => `${from} to ${through}`,
  arrival: 'Deadline by post',
  arrivalRule: {
    arrival: 'Must arrive by the last day of the call',
    dispatch: 'Must be sent by the last day of the call',
  },
  envelope: 'To be written in red on the envelope',
  contactSection: 'Contact',
  desk: 'Desk',
  address: 'Address',
  phone: 'Telephone',
  fax: 'Fax',
  email: 'E-mail',
  basisSection: 'Legal basis',
  governingDocument: 'Governing document',
  sourceDate: 'Date of the document',
  basis: 'Provisions',
  keySection: 'Who issued the data you received',
  keyLead:
    'Data that is provided carries an electronic signature. Open the HTML file of the package and check that the fingerprint it shows is the one below.',
  fingerprint: 'Fingerprint of the public key (SHA-256)',
};
