import 'contact-links-language-server/browser';
