/** Days that cover whatever a table or form of ours may hold, so that all of it is read each time: twenty years. */
export const WHOLE = 7300;
