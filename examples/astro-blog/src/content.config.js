import {defineCollection} from 'astro:content'
import {glob} from 'astro/loaders'
import {z} from 'astro/zod'

export const collections = {
  blog: defineCollection({
    loader: glob({base: './src/content/blog', pattern: '**/*.{md,mdx}'}),
    schema: z.object({title: z.string()})
  })
}
