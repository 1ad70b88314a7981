/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-kit-page.h"
#include "xb-typeset.h"

/* Writes one HTML page that needs nothing else: no font, picture, script or style from outside. Every text is
 * escaped here and nowhere else; a policy in the head forbids the browser whatever would slip through. It is also
 * well-formed as XML, so that a test can prove the escaping. */
struct _XbKitPage
{
  GString *html;
  guint    steps;
  guint    fields;
};

static const char style[] =
  ":root{color-scheme:light dark;--ink:#1e1e22;--soft:#5e5c64;--paper:#fafafa;--card:#fff;--line:#deddda;--act:#1a5fb4;"
  "--care:#fff4d6;--care-line:#e5a50a}"
  "@media(prefers-color-scheme:dark){:root{--ink:#f2f2f4;--soft:#b5b3ba;--paper:#242428;--card:#303034;--line:#4a4a50;"
  "--act:#99c1f1;--care:#453a1c;--care-line:#cd9309}}"
  "*{box-sizing:border-box}"
  "body{margin:0;padding:32px 16px 64px;background:var(--paper);color:var(--ink);"
  "font:16px/1.65 'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif}"
  "main,header{max-width:760px;margin:0 auto}"
  "h1{font-size:28px;line-height:1.3;margin:0 0 6px}"
  "header p{margin:0 0 24px;color:var(--soft)}"
  "section,aside{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:18px 20px;"
  "margin:0 0 18px}"
  "aside{background:var(--care);border-color:var(--care-line)}"
  "aside h2{font-size:17px}aside ul{margin:6px 0 0;padding-left:22px}"
  "h2{font-size:19px;margin:0 0 8px;display:flex;align-items:center;gap:12px}"
  "h2 .n{flex:none;width:30px;height:30px;border-radius:15px;background:var(--act);color:var(--card);text-align:center;"
  "font-size:16px;line-height:30px}"
  "h2 label{margin-left:auto;font-size:14px;font-weight:normal;color:var(--soft)}"
  "p{margin:8px 0}a{color:var(--act);overflow-wrap:anywhere}"
  ".file{font-weight:600;overflow-wrap:anywhere}"
  ".field{display:grid;grid-template-columns:minmax(7em,12em) 1fr auto;gap:4px 14px;align-items:center;"
  "padding:9px 0;border-top:1px solid var(--line)}"
  ".field .name{color:var(--soft);overflow-wrap:anywhere}"
  ".field .value{white-space:pre-wrap;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all;max-height:12em;"
  "overflow:auto}"
  ".blank .value{border-bottom:1px solid var(--ink);height:1.6em}"
  "button{font:inherit;font-size:14px;padding:5px 14px;border:1px solid var(--line);border-radius:8px;"
  "background:var(--paper);color:var(--act);cursor:pointer;min-width:5.2em}"
  "button:focus-visible,a:focus-visible,input:focus-visible{outline:2px solid var(--act);outline-offset:2px}"
  "table{width:100%;border-collapse:collapse;margin:10px 0}"
  "th{text-align:left;font-weight:normal;color:var(--soft);font-size:14px}"
  "th,td{padding:8px 10px 8px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}"
  "td:last-child,th:last-child{text-align:right;white-space:nowrap;padding-right:0}"
  "@media(max-width:520px){.field{grid-template-columns:1fr auto}.field .name{grid-column:1/3}body{padding-top:18px}}"
  "@media print{:root{--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#bbb;--act:#000;--care:#fff;"
  "--care-line:#888}body{padding:0;font-size:10.5pt}button{display:none}.field .value{max-height:none}"
  "section{border:0;padding:4px 0;margin:0 0 8px}.field,th,td{padding-top:3px;padding-bottom:3px}"
  "aside{padding:8px 14px;border-radius:0;margin-right:1px}aside,tr,.field{break-inside:avoid}h2{break-after:avoid}"
  "h2 .n{background:none;color:#000;border:1px solid #000}}";

/* Without it the page is whole but for the buttons, which it shows. */
static const char script[] =
  "document.querySelectorAll('button[data-done]').forEach(function(b){b.hidden=false;"
  "b.addEventListener('click',function(){var v=b.previousElementSibling,t=b.textContent,s=getSelection(),"
  "r=document.createRange();r.selectNodeContents(v);s.removeAllRanges();s.addRange(r);"
  "function done(){b.textContent=b.dataset.done;setTimeout(function(){b.textContent=t},1600)}"
  "function old(){if(document.execCommand('copy'))done()}"
  "if(navigator.clipboard)navigator.clipboard.writeText(v.textContent).then(done,old);else old()})});";

static void
put (XbKitPage  *self,
     const char *text)
{
  g_autofree char *line = xb_typeset_line (text);
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  g_string_append (self->html, escaped);
}

/* As put(), but keeps the ends of lines. */
static void
put_lines (XbKitPage  *self,
           const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (self->html, '\n');
      put (self, lines[i]);
    }
}

static void
put_between (XbKitPage  *self,
             const char *before,
             const char *text,
             const char *after)
{
  g_string_append (self->html, before);
  put (self, text);
  g_string_append (self->html, after);
}

static char *
policy_hash (const char *text)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &size);
  return g_base64_encode (digest, size);
}

/**
 * xb_kit_page_new:
 * @title: the heading
 * @under: the line below it
 *
 * Returns: (transfer full): a page to be filled from top to bottom
 */
XbKitPage *
xb_kit_page_new (const char *title,
                 const char *under)
{
  XbKitPage *self = g_new0 (XbKitPage, 1);
  g_autofree char *style_hash = policy_hash (style);
  g_autofree char *script_hash = policy_hash (script);

  self->html = g_string_new ("<!DOCTYPE html>\n<html lang=\"");
  /* Translators: the language of your translation as HTML has it, such as zh-CN */
  put_between (self, "", C_("language tag", "en"), "\">\n<head>\n<meta charset=\"utf-8\" />\n");
  g_string_append_printf (self->html,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                          "'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\" />\n"
                          "<meta name=\"referrer\" content=\"no-referrer\" />\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n",
                          style_hash, script_hash);
  put_between (self, "<title>", title, "</title>\n");
  g_string_append_printf (self->html, "<style>%s</style>\n</head>\n<body>\n", style);
  put_between (self, "<header><h1>", title, "</h1>");
  put_between (self, "<p>", under, "</p></header>\n<main>\n");
  return self;
}

void
xb_kit_page_free (XbKitPage *self)
{
  if (self->html != NULL)
    g_string_free (self->html, TRUE);
  g_free (self);
}

static void
close_step (XbKitPage *self)
{
  if (self->steps > 0)
    g_string_append (self->html, "</section>\n");
}

/** xb_kit_page_step: begins the next numbered step */
void
xb_kit_page_step (XbKitPage  *self,
                  const char *title)
{
  close_step (self);
  self->steps++;
  g_string_append_printf (self->html, "<section>\n<h2><span class=\"n\">%u</span><span>", self->steps);
  put_between (self, "", title, "</span><label><input type=\"checkbox\" /> ");
  put_between (self, "", _("done"), "</label></h2>\n");
}

void
xb_kit_page_text (XbKitPage  *self,
                  const char *text)
{
  put_between (self, "<p>", text, "</p>\n");
}

/** xb_kit_page_link: @address: http or https, checked by the caller */
void
xb_kit_page_link (XbKitPage  *self,
                  const char *address)
{
  put_between (self, "<p><a rel=\"noreferrer noopener\" target=\"_blank\" href=\"", address, "\">");
  put_between (self, "", address, "</a></p>\n");
}

void
xb_kit_page_file (XbKitPage  *self,
                  const char *name)
{
  put_between (self, "<p class=\"file\">", name, "</p>\n");
}

/** xb_kit_page_field: a field of the form with its text and a button to copy it */
void
xb_kit_page_field (XbKitPage  *self,
                   const char *name,
                   const char *value)
{
  self->fields++;
  g_string_append_printf (self->html, "<div class=\"field\"><span class=\"name\" id=\"f%u\">", self->fields);
  put_between (self, "", name, "</span><span class=\"value\" tabindex=\"0\">");
  put_lines (self, value);
  put_between (self, "</span><button type=\"button\" hidden=\"hidden\" data-done=\"", _("Copied"), "\"");
  g_string_append_printf (self->html, " aria-describedby=\"f%u\">", self->fields);
  put_between (self, "", _("Copy"), "</button></div>\n");
}

/** xb_kit_page_fact: something to know, not to copy */
void
xb_kit_page_fact (XbKitPage  *self,
                  const char *name,
                  const char *value)
{
  put_between (self, "<div class=\"field\"><span class=\"name\">", name, "</span><span class=\"value\">");
  put_between (self, "", value, "</span></div>\n");
}

/** xb_kit_page_blank: a line to write on where the page is printed */
void
xb_kit_page_blank (XbKitPage  *self,
                   const char *name)
{
  put_between (self, "<div class=\"field blank\"><span class=\"name\">", name,
               "</span><span class=\"value\"></span></div>\n");
}

void
xb_kit_page_begin_table (XbKitPage  *self,
                         const char *first,
                         const char *second,
                         const char *third)
{
  put_between (self, "<table>\n<tr><th scope=\"col\">", first, "</th>");
  put_between (self, "<th scope=\"col\">", second, "</th>");
  put_between (self, "<th scope=\"col\">", third, "</th></tr>\n");
}

void
xb_kit_page_row (XbKitPage  *self,
                 const char *file,
                 const char *where,
                 const char *size)
{
  put_between (self, "<tr><td class=\"file\">", file, "</td>");
  put_between (self, "<td>", where, "</td>");
  put_between (self, "<td>", size, "</td></tr>\n");
}

void
xb_kit_page_end_table (XbKitPage *self)
{
  g_string_append (self->html, "</table>\n");
}

void
xb_kit_page_begin_warnings (XbKitPage  *self,
                            const char *title)
{
  put_between (self, "<aside>\n<h2>", title, "</h2>\n<ul>\n");
}

void
xb_kit_page_warning (XbKitPage  *self,
                     const char *text)
{
  put_between (self, "<li>", text, "</li>\n");
}

void
xb_kit_page_end_warnings (XbKitPage *self)
{
  g_string_append (self->html, "</ul>\n</aside>\n");
}

/** xb_kit_page_end: Returns: (transfer full): the finished page; @self is empty then */
char *
xb_kit_page_end (XbKitPage *self)
{
  close_step (self);
  g_string_append_printf (self->html, "</main>\n<script>%s</script>\n</body>\n</html>\n", script);
  return g_string_free (g_steal_pointer (&self->html), FALSE);
}
