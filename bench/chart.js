const subject = 'remark-contact-links';

/** What is drawn, each a group of bars: the ratio to remark alone, by package. */
const drawn = [
  'Page of 20 kB, three links to Skype',
  '1 MB of prose',
  '20,000 links with labels',
];

const width = 720;
const left = 200;
const bar = { height: 18, gap: 6 };

/**
 * Draw the ratios to remark alone as bars.
 *
 * @param {import('./results.js').Results} results
 * @returns {string}
 *   SVG, readable on light and dark pages.
 */
export function drawChart({ pages, speed }) {
  const groups = drawn.map((what) => ({
    what,
    rows: [...pages, ...speed].filter(
      (row) => row.what === what && row.to === 'remark alone',
    ),
  }));
  const most = Math.max(
    1,
    ...groups.flatMap(({ rows }) => rows.map((row) => row.figure)),
  );
  const scale = (width - left - 70) / most;
  let y = 20;
  let body = '';
  for (const { rows, what } of groups) {
    body += `<text x="0" y="${y}" class="title">${what}: time as part of remark alone</text>\n`;
    y += 14;
    for (const { figure, of } of rows) {
      const middle = y + bar.height / 2 + 4;
      const length = (figure * scale).toFixed(1);
      const kind = of === subject ? 'own' : 'other';
      body += `<text x="${left - 8}" y="${middle}" text-anchor="end">${of}</text>
<rect x="${left}" y="${y}" width="${length}" height="${bar.height}" class="${kind}"/>
<text x="${left + Number(length) + 6}" y="${middle}">${figure.toFixed(2)}</text>
`;
      y += bar.height + bar.gap;
    }
    y += 26;
  }
  const one = left + scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-label="Time of remark plugins for links, as part of remark alone">
<style>
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600 }
.own { fill: #0969da }
.other { fill: #8c959f }
line { stroke: #57606a; stroke-dasharray: 3 3 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .own { fill: #4493f8 }
  .other { fill: #6e7681 }
  line { stroke: #9198a1 }
}
</style>
${body}<line x1="${one}" y1="26" x2="${one}" y2="${y - 26}"/>
</svg>
`;
}
