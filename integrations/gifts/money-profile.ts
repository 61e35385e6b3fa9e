import type { Decimal } from './amount.ts';

/** What a column of a list of gifts can be; `gift` is the number of the gift, where refunds have numbers of their own. */
export const MONEY_FIELDS = ['day', 'amount', 'currency', 'id', 'gift', 'type', 'status', 'kind', 'campaign', 'refunded'] as const;
export type MoneyField = (typeof MONEY_FIELDS)[number];

/** How a service writes its lists. Words are compared in small letters, without marks and underscores. */
export interface MoneyProfile {
  /** Headings of each field, the best first. */
  columns: Partial<Record<MoneyField, readonly string[]>>;
  /** Headings that no other list has together; any of these sets is enough. */
  known: readonly (readonly string[])[];
  zone?: string | undefined;
  decimal?: Decimal | undefined;
  currency?: string | undefined;
  /** What a row with these words in `type` is; what is not named is neither. Without the column, what has a minus is a refund. */
  types?: Record<'gift' | 'refund' | 'back', readonly string[]> | undefined;
  /** Words of `status` with which money has come. */
  paid: readonly string[];
  /** Words of `status` with which none has; without them, all that are not `paid`. */
  unpaid?: readonly string[] | undefined;
  /** Words of `kind` for gifts that come again by themselves; with `any`, whatever stands there. */
  monthly: readonly string[] | 'any';
  /** Words of `kind` for gifts that do not; where they are named, other words are told as unknown. */
  once?: readonly string[] | undefined;
}

const MONTHLY = ['monthly', 'recurring', 'subscription', 'maandelijks', 'periodiek', 'incasso', 'sepa incasso', 'sepaincasso', 'automatische incasso', 'doorlopende incasso', 'direct debit', 'sepa direct debit', 'directdebit', 'monatlich', 'mensuel', 'aylik', 'duzenli', 'щомісяця', 'شهري', 'yes', 'ja', 'evet'];
const ONCE = ['once', 'one time', 'onetime', 'oneoff', 'one off', 'single', 'eenmalig', 'einmalig', 'unique', 'ponctuel', 'tek seferlik', 'bir kez', 'одноразово', 'разово', 'مرة واحدة', 'no', 'nee', 'hayir', 'ideal', 'transfer', 'bank transfer', 'overboeking', 'havale', 'eft'];

const PAID = ['paid', 'paid out', 'payed', 'succeeded', 'successful', 'success', 'completed', 'complete', 'settled', 'captured', 'received', 'booked', 'refunded', 'partially refunded', 'betaald', 'voldaan', 'geslaagd', 'ontvangen', 'uitbetaald', 'terugbetaald', 'bezahlt', 'erfolgreich', 'gebucht', 'paye', 'reussi', 'odendi', 'basarili', 'tamamlandi', 'iade edildi', 'оплачено', 'сплачено', 'مدفوع'];
const UNPAID = ['failed', 'unpaid', 'not paid', 'open', 'pending', 'expired', 'canceled', 'cancelled', 'declined', 'rejected', 'uncaptured', 'requires payment method', 'mislukt', 'niet betaald', 'openstaand', 'verlopen', 'geannuleerd', 'geweigerd', 'in behandeling', 'offen', 'fehlgeschlagen', 'abgelehnt', 'storniert', 'echoue', 'annule', 'en attente', 'odenmedi', 'basarisiz', 'beklemede', 'bekliyor', 'iptal', 'iptal edildi', 'reddedildi', 'не оплачено', 'скасовано', 'غير مدفوع'];
const STATUS = ['status', 'payment status', 'transaction status', 'betaalstatus', 'betalingsstatus', 'stand', 'zahlungsstatus', 'statut', 'durum', 'durumu', 'odeme durumu', 'islem durumu', 'статус', 'الحالة'];
/** Words of `status` for money that all went back, where no column tells how much. */
export const GIVEN_BACK = ['refunded', 'terugbetaald', 'iade edildi'];

export const MONEY_PROFILES = {
  // Reports > Balance, itemised: https://docs.stripe.com/reports/report-types/balance. Refunds name their charge.
  stripe: {
    columns: { day: ['created utc', 'created'], amount: ['gross'], currency: ['currency'], id: ['balance transaction id'], gift: ['charge id', 'source id'], type: ['reporting category'], kind: ['invoice id', 'subscription id'], campaign: ['payment metadata[utm campaign]', 'payment metadata[campaign]'], status: STATUS },
    known: [['balance transaction id', 'reporting category']],
    zone: 'UTC', decimal: 'point', monthly: 'any', paid: PAID, unpaid: UNPAID,
    types: { gift: ['charge', 'payment'], refund: ['refund', 'partial capture reversal', 'dispute', 'charge failure', 'payment failure refund'], back: ['refund failure', 'dispute reversal'] },
  },
  // Payments > Export of the dashboard. Every try is a row, also one that failed.
  'stripe-payments': {
    columns: { day: ['created utc', 'created date utc'], amount: ['amount'], currency: ['currency'], id: ['id'], status: ['status'], kind: ['invoice id'], refunded: ['amount refunded'], campaign: ['utm campaign metadata', 'campaign metadata'] },
    known: [['created utc', 'amount refunded', 'status'], ['created date utc', 'amount refunded', 'status']],
    zone: 'UTC', monthly: 'any', paid: ['paid', 'refunded', 'partially refunded', 'partial refund'],
  },
  // Balance report and payments, in English and Dutch; the types are those of https://docs.mollie.com/reference/list-balance-transactions.
  mollie: {
    columns: { day: ['date', 'datum', 'created at', 'transaction date'], amount: ['amount', 'gross amount', 'bedrag', 'bruto bedrag'], currency: ['currency', 'valuta'], id: ['id', 'transaction id', 'transactie id', 'payment id'], gift: ['payment id', 'betalings id', 'original payment id'], type: ['type', 'transaction type', 'type transactie'], status: ['status'], kind: ['payment method', 'method', 'betaalmethode', 'sequence type'], refunded: ['amount refunded', 'terugbetaald bedrag'] },
    known: [['payment method', 'settlement reference']],
    zone: 'Europe/Amsterdam', monthly: MONTHLY,
    types: { gift: ['payment', 'capture', 'betaling'], refund: ['refund', 'chargeback', 'failed payment', 'terugbetaling', 'storno', 'mislukte betaling'], back: ['returned refund', 'chargeback reversal', 'failed refund'] },
    paid: ['paid', 'settled', 'paid out', 'refunded', 'partially refunded', 'charged back', 'available', 'betaald', 'uitbetaald', 'terugbetaald'],
  },
  // Settlement files: https://docs.iyzico.com/en/advanced/settlement-files. A refund has the number of its payment.
  iyzico: {
    columns: { day: ['transactiondate'], amount: ['paidpricetry', 'paidprice', 'price'], currency: ['transactioncurrency', 'currency'], id: ['paymenttxid'], gift: ['paymenttxid'], type: ['transactiontype', 'transactionstatus'] },
    known: [['paymenttxid']],
    zone: 'Europe/Istanbul', decimal: 'point', currency: 'TRY', monthly: [], paid: PAID, unpaid: UNPAID,
    types: { gift: ['payment', 'auth', 'postauth'], refund: ['refund', 'cancel'], back: [] },
  },
  generic: {
    columns: {
      day: ['day', 'date', 'datum', 'dag', 'tarih', 'gun', 'дата', 'التاريخ', 'gift date', 'donation date'], amount: ['amount', 'bedrag', 'tutar', 'betrag', 'montant', 'сума', 'المبلغ', 'gift', 'donation'], currency: ['currency', 'valuta', 'munt', 'para birimi', 'doviz', 'валюта', 'العملة'],
      id: ['id', 'transaction id', 'transaction', 'reference', 'kenmerk', 'referentie', 'islem no', 'номер'], gift: ['refund of', 'gift id'], kind: ['kind', 'frequency', 'recurring', 'soort', 'frequentie', 'siklik', 'періодичність'], campaign: ['campaign', 'campagne', 'kampanya', 'кампанія', 'utm campaign', 'الحملة'], refunded: ['refunded', 'amount refunded', 'terugbetaald', 'iade'], status: STATUS,
    },
    known: [], monthly: MONTHLY, once: ONCE, paid: PAID, unpaid: UNPAID,
  },
} as const satisfies Record<string, MoneyProfile>;

/** A bank's statement has a reader of its own. */
export const PROFILES = [...(Object.keys(MONEY_PROFILES) as (keyof typeof MONEY_PROFILES)[]), 'camt053'] as const;
export type Profile = (typeof PROFILES)[number];
