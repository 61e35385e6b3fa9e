/** Where several addresses of a provider lead to one mailbox. */
export interface MailProvider {
  /** The mailbox of a local part in small letters at one of the provider's domains. */
  mailbox(local: string, domain: string): string;
}

/** The provider of a domain, when it documents that several addresses are one mailbox. */
export function providerOf(_domain: string): MailProvider | undefined {
  return undefined;
}
