/** An answer that stands at a form: its id there, and the form's edit id, empty when nobody knows it. */
export interface AtForm {
  response: string;
  form: string;
}
