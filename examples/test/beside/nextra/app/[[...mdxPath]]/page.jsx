import { generateStaticParamsFor, importPage } from 'nextra/pages';
export const generateStaticParams = generateStaticParamsFor('mdxPath');
export async function generateMetadata(props) {
  const { mdxPath } = await props.params;
  return (await importPage(mdxPath)).metadata;
}
export default async function Page(props) {
  const params = await props.params;
  const { default: MDXContent } = await importPage(params.mdxPath);
  return <MDXContent {...props} params={params} />;
}
