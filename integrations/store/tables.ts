/** A table that rows are inserted into: its columns with their types, which both engines know. */
export interface Table {
  name: string;
  columns: Record<string, 'bigint' | 'text'>;
}

/**
 * A signature. `seal` is the beginning of the SHA-256 of its `ref`, by which it is found again; `due` is the moment of the
 * relay (next attempt, end of the lease, or when it was sent) and null outside of it; `wish` is 1 when it has to be
 * passed on to a form; `reasons` stand between spaces.
 */
export const SIGNATURES = {
  name: 'signatures',
  columns: {
    id: 'bigint', petition: 'bigint', ref: 'text', seal: 'text', person: 'text', namesake: 'text', network: 'text', score: 'bigint', reasons: 'text',
    state: 'text', relay: 'text', due: 'bigint', wish: 'bigint', origin: 'text', external: 'text', signed_at: 'bigint', name: 'text', email: 'text', place: 'text',
    country: 'text', comment: 'text', updates: 'bigint', lang: 'text', source: 'text', bucket: 'text', version: 'text',
  },
} as const satisfies Table;

/** An answer at a form that carries a signature; `form` is the form's edit id, or empty as long as nobody knows. */
export const RESPONSES = { name: 'responses', columns: { id: 'bigint', petition: 'bigint', response: 'text', signature: 'bigint', form: 'text' } } as const satisfies Table;

/** The counter: how many signatures of a petition have a state of a kind, `state` or `relay`. */
export const COUNTS = { name: 'counts', columns: { petition: 'bigint', kind: 'text', name: 'text', total: 'bigint' } } as const satisfies Table;

/** Which signatures a review changed, and their state before. */
export const REVIEWED = { name: 'reviewed', columns: { review: 'bigint', signature: 'bigint', before: 'text', after: 'text' } } as const satisfies Table;

/** Seals of signatures that were made anonymous: they were counted, and nobody knows any more which they were. */
export const SPENT = { name: 'spent', columns: { petition: 'bigint', seal: 'text' } } as const satisfies Table;
