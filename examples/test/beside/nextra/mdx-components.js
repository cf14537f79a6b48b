import { useMDXComponents as get } from 'nextra/mdx-components';
export const useMDXComponents = (components) => ({ ...get(), ...components });
