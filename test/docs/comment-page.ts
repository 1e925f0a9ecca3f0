/** A page that shows HTML as the comment of the action on a pull request: the frame in which a reviewer meets it. */
export function commentPage(html: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A pull request</title><style>${style}</style>
<main><div class="avatar"><svg viewBox="0 0 16 16"><path d="M3 5h10v8H3zM8 2v3M1 8v3M15 8v3M6 8v1.5M10 8v1.5"/></svg></div>
<article><header><b>github-actions</b> <i>bot</i> commented now</header><section>${html}</section></article></main></html>`;
}

const style = `
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #1f2328; font: 14px/1.5 'Liberation Sans', Arial, sans-serif }
main { display: flex; gap: 16px; width: 980px; padding: 16px }
.avatar { flex: none; width: 40px; height: 40px; padding: 8px; border-radius: 50%; background: #24292f }
.avatar svg { fill: none; stroke: #fff; stroke-width: 1.3 }
article { flex: 1; min-width: 0; border: 1px solid #d1d9e0; border-radius: 6px }
header { padding: 8px 16px; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; background: #f6f8fa; color: #59636e }
header b { color: #1f2328 }
header i { padding: 0 6px; border: 1px solid #d1d9e0; border-radius: 9px; font-size: 12px; font-style: normal }
section { padding: 16px }
section > :first-child, h2:first-of-type { margin-top: 0 }
h2 { margin: 24px 0 12px; padding-bottom: 6px; border-bottom: 1px solid #d1d9e0; font-size: 20px }
h3 { margin: 20px 0 12px; font-size: 17px }
p { margin: 0 0 12px }
ul { margin: 4px 0; padding-left: 24px }
code, pre { background: #818b981f; border-radius: 6px; font: 12px/1.45 'Liberation Mono', monospace }
code { padding: 2px 5px }
pre { margin: 8px 0; padding: 12px; background: #f6f8fa; overflow: hidden }
pre span { display: inline-block; width: 100% }
.added { background: #dafbe1; color: #116329 }
.removed { background: #ffebe9; color: #82071e }
table { margin-bottom: 12px; border-collapse: collapse }
th, td { padding: 5px 13px; border: 1px solid #d1d9e0; text-align: right }
blockquote { margin: 0 0 12px; padding: 0 14px; border-left: 4px solid #d1d9e0; color: #59636e }
summary { margin: 8px 0 }
`;
