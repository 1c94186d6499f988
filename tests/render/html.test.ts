import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Html, html } from '../../src/render/html.ts';

describe('the html template', () => {
  test('escapes what goes into content and attributes', () => {
    const hostile = `"><script>alert('1')</script>&amp;`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</p>',
    );
  });

  test('puts in as it is only what is HTML already', () => {
    expect(html`<ul>${['a', 'b'].map((item) => html`<li>${item}</li>`)}</ul>`.text).toBe(
      '<ul><li>a</li><li>b</li></ul>',
    );
    expect(html`${new Html('<br>')}${undefined}${3}${['<', ['>']]}`.text).toBe('<br>3&lt;&gt;');
  });

  test('shows control characters and turns line breaks into spaces', () => {
    expect(html`${'a\n  b\u001b[31m\u202e'}`.text).toBe('a b\\u{1b}[31m\\u{202e}');
  });

  test('lets no text open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`${text}`.text).not.toMatch(/[<>"']/);
      }),
      { seed: 20_261 },
    );
  });
});
