import { z } from 'astro/zod';
import { line, refuse } from './fields.ts';

/** `figure` in the front matter of press releases and fact checks: a number, what it counts, where it comes from, and bars on wish. */
export const figure = z
  .strictObject({
    value: line(16),
    label: line(120),
    source: line(120),
    values: z.array(z.number().min(0)).min(2).max(40).optional(),
    from: line(24).optional(),
    to: line(24).optional(),
  })
  .superRefine(({ value, values, from, to }, context) => {
    if (!/\p{N}/u.test(value)) refuse(context, `“${value}” holds no number.`, 'Write the number as readers of this language know it, like 3.2 million.', ['value']);
    if (values && Math.max(...values) === 0) refuse(context, 'All bars would have the height 0.', 'Take “values” out, or write the numbers.', ['values']);
    if (values && !from) refuse(context, 'Nobody could tell what the first bar stands for.', 'Add “from:” with a year, a month or a name.', ['from']);
    if (values && !to) refuse(context, 'Nobody could tell what the last bar stands for.', 'Add “to:” with a year, a month or a name.', ['to']);
    if (!values && (from ?? to) !== undefined) refuse(context, 'These are words for bars, and there are no bars.', 'Add “values:” with the numbers, or take “from” and “to” out.', ['values']);
  });
