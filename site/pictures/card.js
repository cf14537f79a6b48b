/**
 * Make the card that other sites show with a link to this one, 1200 by 630.
 *
 * @param {string} icon
 *   The icon, as SVG.
 * @returns {string}
 *   The card, as HTML.
 */
export function card(icon) {
  return `<!doctype html>
<style>
  body { align-items: center; background: #0f172a; color: #f8fafc; display: flex; gap: 56px;
    height: 630px; margin: 0; padding: 0 72px; box-sizing: border-box;
    font-family: 'DejaVu Sans', sans-serif }
  svg { flex: none; height: 200px; width: 200px }
  h1 { font-size: 54px; margin: 0 0 24px }
  p { color: #cbd5e1; font-size: 30px; line-height: 1.4; margin: 0 0 40px }
  code { background: #1e293b; border-radius: 12px; display: inline-block; font-size: 26px;
    padding: 20px 28px; font-family: 'DejaVu Sans Mono', monospace; white-space: nowrap }
  b { color: #93c5fd; font-weight: normal }
  i { color: #fde68a; font-style: normal }
</style>
${icon}
<div>
  <h1>remark-contact-links</h1>
  <p>Contact links in Markdown: short to write, checked while you build.</p>
  <code>[[<b>teams</b>:<i>chat</i> alice@contoso.com|Ask Alice]]</code>
</div>`;
}
