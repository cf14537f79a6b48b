import nextra from 'nextra';
import contactLinks from 'remark-contact-links';

const withNextra = nextra({
  mdxOptions: { remarkPlugins: [[contactLinks, { invalid: 'error' }]] },
});
export default withNextra({ output: 'export' });
