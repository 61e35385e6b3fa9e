import { aligned } from '../../charts/aligned.ts';
import type { LiveChartProps } from './LiveChart.tsx';

// The chart's own script is loaded only when a chart is seen, and with a saver of data only when somebody asks for it.
const figures = [...document.querySelectorAll<HTMLElement>('[data-chart]')];
const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;

async function bringToLife(figure: HTMLElement): Promise<void> {
  if (figure.dataset['chart'] !== '') return;
  figure.dataset['chart'] = 'loading';
  const place = figure.querySelector<HTMLElement>('.chart-live')!;
  const props = JSON.parse(figure.querySelector('script[type="application/json"]')!.textContent!) as LiveChartProps;
  try {
    const [{ createRoot }, { createElement }, { LiveChart }] = await Promise.all([import('react-dom/client'), import('react'), import('./LiveChart.tsx')]);
    createRoot(place).render(createElement(LiveChart, { ...props, chart: aligned(props.chart), tools: figure.querySelector('.chart-tools')! }));
    figure.dataset['chart'] = 'live';
  } catch {
    // The drawn picture and the table stay, and say everything.
    figure.dataset['chart'] = '';
  }
}

if (saving || !('IntersectionObserver' in window)) {
  for (const figure of figures) {
    const ask = figure.querySelector<HTMLButtonElement>('.chart-ask')!;
    ask.hidden = false;
    ask.addEventListener('click', () => {
      ask.hidden = true;
      void bringToLife(figure);
    });
  }
} else {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      void bringToLife(target as HTMLElement);
    }
  });
  for (const figure of figures) seen.observe(figure.querySelector('.chart-box')!.parentElement!);
}
