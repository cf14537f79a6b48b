/** What a page in a browser takes that has links to Teams and phone numbers. */
import { createRemarkContactLinks } from 'remark-contact-links/light';
import { teams, tel } from 'remark-contact-links/services';

export const contactLinks = createRemarkContactLinks([teams, tel]);
