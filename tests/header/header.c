/* header.c - mahdar.h alone: does it compile as C99, C17 and C++ under the strictest
 * warnings, and can a program use what it declares?  Compiled by run.sh, never run.
 */
#include "mahdar.h"
#include "mahdar.h" /* twice: the guard holds */

static bool count(void *user, const mh_evidence *e)
{
  size_t *n = (size_t *)user;
  *n += e->n_speakers;
  return true;
}

size_t use_everything_once(const void *bytes, size_t len);

size_t use_everything_once(const void *bytes, size_t len)
{
  mh_report *report = NULL;
  mh_store *store = NULL;
  mh_view *view = NULL;
  mh_error err;
  size_t n = 0;
  bool added = false;

  if (mh_read(&report, mh_lexicon_builtin(), MH_FORMAT_AUTO, NULL, bytes, len, &err) !=
      MH_OK)
    return 0;
  (void)mh_report_statements(report, &n);
  if (mh_store_open(&store, "x.db", MH_OPEN_WRITE, NULL) == MH_OK) {
    (void)mh_store_add(&added, store, report, MH_FORMAT_TEXT, NULL, bytes, len, NULL);
    (void)mh_store_statements(store, count, &n, NULL);
    if (mh_view_compare(&view, store, "KWT-USA/strategic-dialogue", NULL, NULL, &err) ==
        MH_OK)
      n += mh_view_comparison(view)->n_positions;
  }
  mh_view_free(view);
  mh_store_close(store);
  mh_report_free(report);
  return n;
}
