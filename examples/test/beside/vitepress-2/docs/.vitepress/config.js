import contactLinks from 'remark-contact-links/markdown-it';

export default {
  markdown: {
    config(md) {
      md.use(contactLinks, { invalid: 'error' });
    },
  },
};
