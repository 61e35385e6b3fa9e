/// <reference types="astro/client" />

declare namespace App {
  /** What our server knows of somebody behind the door of the dashboard. */
  interface Locals {
    person?: import('../integrations/store/access.ts').Person;
    desk?: import('./server/reach-desk.ts').ReachDesk;
  }
}
