import { z } from 'astro/zod';
import { instant, line, refuse, webAddress } from './fields.ts';
import { storyFields, type Desk } from './story.ts';

/** Front matter of `content/events/<slug>/index.<lang>.md`. */
export function eventSchema(desk: Desk) {
  return z
    .strictObject({
      ...storyFields(desk),
      starts: instant(desk.timeZone),
      ends: instant(desk.timeZone).optional(),
      series: line(80).optional(),
      where: line(160).optional(),
      online: webAddress.optional(),
      guests: z.array(z.strictObject({ name: line(80), role: line(120).optional() })).default([]),
      recording: z.strictObject({ url: webAddress, minutes: z.number().int().min(1).max(1000).optional() }).optional(),
    })
    .superRefine((event, context) => {
      if (!event.where && !event.online) refuse(context, 'The event does not say where it is.', 'Add “where:” with the place, “online:” with the web address, or both.', ['where']);
      if (event.ends !== undefined && event.ends <= event.starts) refuse(context, 'The event ends before it starts.', 'Put “ends” after “starts”.', ['ends']);
    });
}
