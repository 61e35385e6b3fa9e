declare namespace App {
  interface Locals {
    /** Who reads a page behind the door of the dashboard; absent everywhere else, and then such a page must show nothing. */
    person?: import('./access.ts').Person;
    /** What such a page is made from. */
    desk?: import('./reach-desk.ts').ReachDesk;
  }
}
