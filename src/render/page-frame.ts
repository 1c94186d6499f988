import { Html, html } from './html.ts';

/** What makes one page differ from another; the style and the script are the program's own text. */
export interface PageParts {
  readonly title: string;
  readonly style: string;
  /** What stands between the tags of the body, line ends and all. */
  readonly body: Html;
  /** Without one, the page allows none. */
  readonly script?: string;
}

/** A whole HTML page that needs nothing beside it: it may load nothing, and its style stands in it. */
export function htmlPage({ title, style, body, script }: PageParts): string {
  const scripts = script === undefined ? '' : " script-src 'unsafe-inline';";
  const policy = `default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>${body}${
    script === undefined
      ? undefined
      : html`<script>${new Html(script)}</script>
`
  }</body>
</html>
`;
  return page.text;
}
