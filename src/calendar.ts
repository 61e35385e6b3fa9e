import ical, { ICalCalendarMethod } from 'ical-generator';
import type { View } from './components/view.ts';
import { storyAddress } from './domain/address.ts';
import { endOf, idOf, type Event } from './domain/story.ts';

/** An event for calendars (RFC 5545); moments in UTC, so that every calendar shows its owner's own clock. */
export function drawCalendar({ url, organisation }: View, event: Event): string {
  const address = url + storyAddress(event.lang, event);
  const calendar = ical({ prodId: { company: organisation.name, product: 'Rostrum', language: event.lang.toUpperCase() }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    // The same in every language, so that a calendar holds the event once.
    id: `${idOf(event)}@${new URL(url).host}`,
    stamp: new Date(event.updated ?? event.published),
    start: new Date(event.starts),
    end: new Date(endOf(event)),
    summary: event.title,
    description: `${event.summary}\n\n${address}`,
    location: [event.where, event.online].filter(Boolean).join(' / ') || null,
    url: address,
  });
  // The standard ends every line, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}
