/** Why a feed could not be read. The message goes on where “The feed “trouw”” stops, and says what to do: “sent nothing for 15 seconds. …”. */
export class FeedFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FeedFault';
  }
}
