/** What a page in a browser loads for links to Teams and to phone numbers. */
import { createRemarkContactLinks } from 'remark-contact-links/light';
import { teams, tel } from 'remark-contact-links/services';

export const contactLinks = createRemarkContactLinks([teams, tel]);
