import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { caseShare, grouped } from './case-share.ts';
import { Html, html } from './html.ts';
import type { SummaryBar, SummarySection } from './summary-sections.ts';
import { cut } from './text-lines.ts';

use([BarChart, GridComponent, SVGRenderer]);

/** How bars and labels share the room of a chart, in pixels. */
interface ChartLayout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  /** How much of the height a bar has to itself. */
  readonly row: number;
  readonly isLabelAbove: boolean;
  /** Where bars begin: the same in every chart, so that they can be compared by eye. */
  readonly left: number;
  /** The longest label, in characters. */
  readonly longest: number;
}

const LAYOUTS = [
  { name: 'wide', width: 860, row: 30, isLabelAbove: false, left: 222, longest: 32 },
  { name: 'narrow', width: 350, row: 46, isLabelAbove: true, left: 0, longest: 44 },
] as const satisfies readonly ChartLayout[];

const FONT_SIZE = 13;
const ROOM_FOR_NUMBERS = 120;

/**
 * The first bars of a section as SVG, drawn for a wide and for a narrow page; the style of the page shows one of them,
 * and gives the colors, which are named here as its variables. It holds no script.
 */
export function barChart(section: SummarySection, mostBars: number): Html {
  const bars = section.bars.slice(0, mostBars);
  const name = `${section.title}: a bar chart of the ${bars.length} numbers that stand in the table below`;
  return html`${LAYOUTS.map((layout) => {
    const svg = bare(drawn(bars, section.whole, layout));
    return html`<div class="chart ${layout.name}" role="img" aria-label="${name}">${new Html(svg)}</div>`;
  })}`;
}

function drawn(bars: readonly SummaryBar[], whole: number, layout: ChartLayout): string {
  const labels = bars.map(({ label }) => cut(label, layout.longest));
  const height = bars.length * layout.row + 4;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: layout.width, height });
  const text = { color: 'var(--ink)', fontSize: FONT_SIZE, fontFamily: 'inherit' };
  chart.setOption({
    animation: false,
    grid: { left: layout.left, right: ROOM_FOR_NUMBERS, top: 2, bottom: 2 },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...bars.map(({ cases }) => cases)) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels,
      axisTick: { show: false },
      axisLine: { show: !layout.isLabelAbove, lineStyle: { color: 'var(--line)' } },
      axisLabel: layout.isLabelAbove
        ? { ...text, inside: true, margin: 0, align: 'left', verticalAlign: 'bottom', padding: [0, 0, 9, 0] }
        : { ...text, margin: 10 },
      z: 10,
    },
    series: [
      {
        type: 'bar',
        silent: true,
        emphasis: { disabled: true },
        barWidth: layout.isLabelAbove ? 12 : 16,
        ...(layout.isLabelAbove && { barGap: 0, barCategoryGap: 0 }),
        data: bars.map((bar) => ({
          value: bar.cases,
          itemStyle: barStyle(bar),
          label: {
            ...text,
            show: true,
            position: 'right',
            formatter: `${grouped(bar.cases)} · ${caseShare(bar.cases, whole)}`,
          },
        })),
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** A level has its place on the ladder as its color; a range of levels is an outline, so that it needs none. */
function barStyle({ tone }: SummaryBar) {
  if (tone === undefined) return { color: 'var(--mark)' };
  if (tone === 'alert') return { color: 'var(--alert)' };
  if (tone === 'open') {
    return { color: 'var(--open)', borderColor: 'var(--soft)', borderWidth: 1.5, borderType: [4, 3] };
  }
  return { color: `color-mix(in oklab, var(--top-rung) ${Math.round(100 * tone)}%, var(--bottom-rung))` };
}

/** The drawing in the width it is given, without what only a chart that listens to the mouse needs. */
function bare(svg: string): string {
  return svg
    .replace(/<svg width="\d+" height="\d+"/, '<svg aria-hidden="true"')
    .replace(/<style .*<\/style>/s, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replaceAll('\n', '');
}
