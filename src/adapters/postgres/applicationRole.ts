/** The role under which the program works: it can only insert into the event and audit tables, and sees one organ at a time. */
export const applicationRole = 'tokumei_application';
