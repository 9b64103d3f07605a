/* cases_dates - runs the cases of a folder that are about dates, with the lexicon that is
 * built in.
 *
 *   cases_dates FOLDER [--update]
 *
 * A case is `=== name`, `published: YYYY-MM-DD` (may be missing), sentences, `---`, and what
 * is found, a line a date: `value  «quotation»`.  Prints TAP; --update rewrites what is
 * expected by what came out.  A case whose name begins with "dateline" asks mh_dates_line
 * for the first full day.
 */
#include "cases.h"
#include "src/mention/dates.h"

static mh_status find_in(mh_out *out, mh_arena *a, const one_case *c)
{
  mh_doc doc;
  mh_words w;
  mh_whens found;
  mh_day published = {0};
  const mh_lexicon *lex = mh_lexicon_builtin();
  if (c->name.len >= 8 && memcmp(c->name.at, "dateline", 8) == 0) {
    mh_day d;
    char day[16] = "none";
    if (mh_dates_line(&d, lex, c->text.at, c->text.len)) mh_day_print(day, d);
    mh_out_fmt(out, "%s\n", day);
    return MH_OK;
  }
  if (c->published[0]) mh_day_parse(&published, c->published, strlen(c->published));
  MH_TRY(mh_text_cut(&doc, a, c->text.at, (uint32_t)c->text.len, NULL, 0));
  MH_TRY(mh_arabic_read(&w, a, &doc, lex));
  MH_TRY(mh_dates_find(&found, a, &doc, &w, published));
  for (uint32_t i = 0; i < found.n; i++)
    mh_out_fmt(out, "%s  " OPEN "%.*s" CLOSE "\n", found.at[i].value,
               (int)found.at[i].span.len, doc.text + found.at[i].span.at);
  return MH_OK;
}

static mh_status find(mh_out *out, const one_case *c, mh_error *err)
{
  mh_arena a;
  (void)err;
  mh_arena_init(&a, 0);
  const mh_status status = find_in(out, &a, c);
  mh_arena_free(&a);
  return status;
}

int main(int argc, char **argv)
{
  return cases_main(argc, argv, find);
}
