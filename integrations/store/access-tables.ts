/**
 * Who may see the dashboard, a step of the schema. Of links, sessions and sign-ins under way only the SHA-256 in hex is
 * kept, so that a copy of the store opens nothing. `mailbox` is a canonical address, or `''` for whoever runs the server
 * and came by the link on its console; moments are milliseconds since 1970.
 */
export const ACCESS_TABLES: readonly string[] = [
  `CREATE TABLE access_people (mailbox TEXT PRIMARY KEY, name TEXT NOT NULL, invited_at BIGINT NOT NULL)`,
  `CREATE TABLE access_links (hash TEXT PRIMARY KEY, mailbox TEXT NOT NULL, ends BIGINT NOT NULL)`,
  `CREATE INDEX access_links_mailbox ON access_links (mailbox)`,
  `CREATE TABLE access_sessions (hash TEXT PRIMARY KEY, mailbox TEXT NOT NULL, began BIGINT NOT NULL, ends BIGINT NOT NULL)`,
  `CREATE INDEX access_sessions_mailbox ON access_sessions (mailbox)`,
  `CREATE TABLE access_sign_ins (hash TEXT PRIMARY KEY, ends BIGINT NOT NULL)`,
];
