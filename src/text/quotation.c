/* quotation - which marks open and which close what somebody is quoted with.
 *
 * A mark opens where white space stands before it and none behind it, and closes the other way
 * round; where the spaces do not tell, its shape does, and of a straight mark whether one is
 * open.  So marks that a typist took for each other ("”X“") pair up all the same.  What is
 * open at the end of its paragraph goes on in the next ones where one of them closes it, or
 * where the next opens anew, as the press does; else it is both flagged as opening and as
 * closing, and reaches as far as its sentence.  A mark that closes nothing is ignored.
 *
 * Sets MH_TF_OPENS, MH_TF_CLOSES and MH_TF_GOES_ON.  Where sentences end is sentence.c's.
 */
#include "inside.h"

#define NESTED 4 /* quotations in each other; the ones further inside are ignored */
#define AHEAD  6 /* paragraphs that one quotation may go on for */
#define NONE   UINT32_MAX /* no token */

enum {
  GUILLEMET_OPEN = 0xAB,
  GUILLEMET_CLOSE = 0xBB,
  CURLY_OPEN = 0x201C,
  CURLY_CLOSE = 0x201D,
  STRAIGHT = '"'
};

typedef enum side { OPENS, CLOSES } side;

/* What is left of a paragraph: an opening mark without its closing one behind which no other
 * quotation follows, and a closing mark that nothing in it opens, before any other. */
typedef struct rest {
  uint32_t open, close;
} rest;

/* A mark behind which, or in front of which, as much as white space a quotation ends. */
static bool parts(const mh_token *t)
{
  switch (t->kind == MH_TOKEN_MARK ? t->value : 0) {
  case '.':
  case ',':
  case ':':
  case ';':
  case '(':
  case ')':
  case 0x60C:
  case 0x61B: return true;
  default: return false;
  }
}

/* Does the mark at i, of a paragraph that ends before `end`, open or close?  Where none is
 * `open` it closes only when its place says so, and its shape does not say otherwise. */
static side side_of(const mh_token *t, uint32_t i, uint32_t first, uint32_t end,
                    bool open)
{
  const uint32_t v = t[i].value;
  const bool before = i == first || (t[i].flags & MH_TF_SPACE) || parts(&t[i - 1]);
  const bool behind = i + 1 >= end || (t[i + 1].flags & MH_TF_SPACE) || parts(&t[i + 1]);
  const bool shaped = v == GUILLEMET_OPEN || v == CURLY_OPEN;
  if (!open) return behind && !before && !shaped ? CLOSES : OPENS;
  if (v == STRAIGHT) return before && !behind ? OPENS : CLOSES;
  return shaped && !(behind && !before) ? OPENS : CLOSES;
}

static bool ends(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK &&
         (t->value == '.' || t->value == '!' || t->value == '?' || t->value == 0x61F);
}

/* "X "Y Z": one mark closes what two have opened, and no sentence ends between these two. */
static bool closed_once(const mh_token *t, uint32_t outer, uint32_t inner,
                        uint32_t closes)
{
  if (closes != 1) return false;
  for (uint32_t i = outer + 1; i < inner; i++)
    if (ends(&t[i])) return false;
  return true;
}

/* Pair the n marks of the paragraph of tokens [first, end) with each other. */
static rest pair(mh_token *t, const uint32_t *marks, uint32_t n, uint32_t first,
                 uint32_t end)
{
  uint32_t open[NESTED], depth = 0, closes = 0, inner = NONE, last = NONE;
  rest out = {NONE, NONE};
  bool any = false;
  for (uint32_t k = 0; k < n; k++) {
    const uint32_t i = marks[k];
    if (!mh_token_quotes(&t[i])) continue;
    const side s = side_of(t, i, first, end, depth > 0);
    if (s == OPENS) {
      if (depth == NESTED) continue;
      if (depth == 0) closes = 0;
      open[depth++] = i;
      t[i].flags |= MH_TF_OPENS;
    } else if (depth) {
      inner = open[--depth];
      last = i;
      closes++;
      t[i].flags |= MH_TF_CLOSES;
    } else if (!any) {
      out.close = i;
    }
    any = true;
  }
  if (depth == 0) return out;
  if (depth == 1 && inner != NONE && inner > open[0] &&
      closed_once(t, open[0], inner, closes)) {
    t[inner].flags &= (uint16_t)~MH_TF_OPENS;
    return out;
  }
  for (uint32_t d = 0; d < depth; d++) t[open[d]].flags |= MH_TF_CLOSES;
  if (last == NONE || last < open[depth - 1]) out.open = open[depth - 1];
  return out;
}

/* What line k leaves open: does one of the next lines close it, or the next open anew? */
static void carry_on(mh_doc *doc, const rest *left, uint32_t k)
{
  mh_token *t = doc->tokens;
  for (uint32_t j = k + 1; j < doc->n_lines && j <= k + AHEAD; j++) {
    const uint32_t first = doc->lines[j];
    if (mh_token_quotes(&t[first]) &&
        side_of(t, first, first, doc->n_tokens, false) == OPENS) {
      if (j == k + 1) t[left[k].open].flags &= (uint16_t)~MH_TF_CLOSES;
      return;
    }
    if (left[j].close == NONE && left[j].open == NONE) continue;
    if (left[j].close == NONE) return;
    t[left[k].open].flags &= (uint16_t)~MH_TF_CLOSES;
    t[left[j].close].flags |= MH_TF_CLOSES;
    for (uint32_t i = k + 1; i <= j; i++) t[doc->lines[i]].flags |= MH_TF_GOES_ON;
    return;
  }
}

mh_status mh_text__quotations(mh_doc *doc, mh_arena *a)
{
  rest *left = mh_arena_take(a, (doc->n_lines + 1) * sizeof *left);
  if (left == NULL) return MH_ENOMEM;
  for (uint32_t k = 0, mark = 0; k < doc->n_lines; k++) {
    const uint32_t end = k + 1 < doc->n_lines ? doc->lines[k + 1] : doc->n_tokens;
    const uint32_t from = mark;
    while (mark < doc->n_marks && doc->marks[mark] < end) mark++;
    const uint32_t *marks = mark > from ? doc->marks + from : NULL;
    left[k] = pair(doc->tokens, marks, mark - from, doc->lines[k], end);
  }
  for (uint32_t k = 0; k < doc->n_lines; k++)
    if (left[k].open != NONE) carry_on(doc, left, k);
  return MH_OK;
}
