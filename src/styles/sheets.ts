import base from './base.css?inline';
import cards from './cards.css?inline';
import event from './event.css?inline';
import factCheck from './fact-check.css?inline';
import frame from './frame.css?inline';
import front from './front.css?inline';
import kit from './kit.css?inline';
import list from './list.css?inline';
import petition from './petition.css?inline';
import press from './press.css?inline';
import print from './print.css?inline';
import progress from './progress.css?inline';
import prose from './prose.css?inline';
import sign from './sign.css?inline';
import story from './story.css?inline';
import tokens from './tokens.css?inline';
import tools from './tools.css?inline';

/** What a page looks like; each look carries only the rules it uses, because every page brings its own. */
export type Look = 'front' | 'list' | 'press' | 'fact-check' | 'petition' | 'event' | 'thanks' | 'about' | 'search' | 'desk' | 'kit' | 'watch';

const PARTS: Record<Look, [layer: string, css: string][]> = {
  front: [['parts', cards], ['parts', list], ['parts', progress], ['parts', front]],
  list: [['parts', cards], ['parts', list], ['parts', progress]],
  press: [['prose', prose], ['parts', cards], ['parts', story], ['parts', press]],
  'fact-check': [['prose', prose], ['parts', cards], ['parts', story], ['parts', factCheck]],
  petition: [['prose', prose], ['parts', cards], ['parts', story], ['parts', progress], ['parts', petition], ['parts', sign]],
  event: [['prose', prose], ['parts', cards], ['parts', story], ['parts', event]],
  thanks: [['parts', story], ['parts', progress], ['parts', petition]],
  about: [['prose', prose], ['parts', story], ['parts', press]],
  search: [['parts', tools]],
  desk: [['parts', story], ['parts', press], ['parts', tools]],
  kit: [['parts', story], ['parts', tools], ['parts', kit]],
  watch: [['parts', story], ['parts', tools]],
};

const sheets = new Map<Look, string>();

/** The whole style of a page, in layers of fixed order: a later layer always wins. */
export function sheetFor(look: Look): string {
  let sheet = sheets.get(look);
  if (!sheet) sheets.set(look, (sheet = assemble(look)));
  return sheet;
}

function assemble(look: Look): string {
  const parts: [string, string][] = [['tokens', tokens], ['base', base], ['parts', frame], ...PARTS[look], ['print', print]];
  const layers = Map.groupBy(parts, ([layer]) => layer);
  const order = ['tokens', 'base', 'prose', 'parts', 'print'].filter((layer) => layers.has(layer));
  return `@layer ${order.join(',')};${order.map((layer) => `@layer ${layer}{${layers.get(layer)!.map(([, css]) => css.trim()).join('')}}`).join('')}`;
}
