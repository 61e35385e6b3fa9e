/** What a row lacks, with the numbers of such rows. */
export interface UnreadableRows {
  note(what: string, row: number): undefined;
  /** A sentence for each thing that is lacking. Rows are told by number alone, since their cells may hold names. */
  remarks(): string[];
}

/** How many numbers of rows a sentence tells. */
const TOLD = 10;

export function unreadableRows(): UnreadableRows {
  const noted = new Map<string, number[]>();
  return {
    note(what, row) {
      const rows = noted.get(what);
      if (rows) rows.push(row);
      else noted.set(what, [row]);
      return undefined;
    },
    remarks: () => [...noted].map(([what, rows]) => `${rows.length === 1 ? 'Row' : 'Rows'} ${rows.slice(0, TOLD).join(', ')}${rows.length > TOLD ? ` and ${rows.length - TOLD} more` : ''} left out: ${what}.`),
  };
}
