/* sentence - where sentences begin and end.
 *
 * A sentence ends at a full stop, a question or exclamation mark and at the end of a line.
 * Inside quotation marks a full stop ends none: what somebody is quoted with stays
 * together.  Two or more dots are a pause.  A full stop after a single letter belongs to an
 * abbreviation.  Quotation marks that do not pair up within their line are ignored.
 */
#include "inside.h"

enum {
  FULL_STOP = '.',
  QUESTION = '?',
  EXCLAMATION = '!',
  ARABIC_QUESTION = 0x61F,
  ARABIC_FULL_STOP = 0x6D4,
  GUILLEMET_OPEN = 0xAB,
  GUILLEMET_CLOSE = 0xBB,
  CURLY_OPEN = 0x201C,
  CURLY_CLOSE = 0x201D,
  STRAIGHT = '"'
};

typedef struct quotes {
  uint32_t open, close, straight;
} quotes;

static bool is_mark(const mh_token *t, uint32_t value)
{
  return t->kind == MH_TOKEN_MARK && t->value == value;
}

static void count(quotes *q, uint32_t v)
{
  q->open += v == GUILLEMET_OPEN || v == CURLY_OPEN;
  q->close += v == GUILLEMET_CLOSE || v == CURLY_CLOSE;
  q->straight += v == STRAIGHT;
}

/* Does the mark at i end a sentence? */
static bool ends(const mh_token *t, uint32_t i, uint32_t first, uint32_t end)
{
  switch (t[i].value) {
  case QUESTION:
  case EXCLAMATION:
  case ARABIC_QUESTION:
  case ARABIC_FULL_STOP: return true;
  case FULL_STOP: break;
  default: return false;
  }
  if ((i + 1 < end && is_mark(&t[i + 1], FULL_STOP)) ||
      (i > first && is_mark(&t[i - 1], FULL_STOP)))
    return false;
  return !(i > first && t[i - 1].kind == MH_TOKEN_WORD && t[i - 1].n == 1);
}

/* A closing mark right after the end belongs to the sentence that ends. */
static bool closes(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK &&
         (t->value == GUILLEMET_CLOSE || t->value == CURLY_CLOSE || t->value == ')');
}

typedef struct list {
  mh_sentence *at;
  uint32_t n, cap;
} list;

/* A line: tokens [first, end), of which `marks`, n of them, are marks. */
typedef struct line {
  uint32_t first, end;
  const uint32_t *marks;
  uint32_t n;
} line;

/* Do its quotation marks pair up? */
static bool is_paired(const line *l, const mh_token *t)
{
  quotes q = {0};
  for (uint32_t k = 0; k < l->n; k++) count(&q, t[l->marks[k]].value);
  return q.open == q.close && q.straight % 2 == 0;
}

static mh_status cut(list *out, mh_arena *a, const mh_token *t, const line *l,
                     uint32_t paragraph, bool heading)
{
  const bool paired = is_paired(l, t);
  uint32_t depth = 0, from = l->first;
  bool straight = false;
  for (uint32_t k = 0; k < l->n; k++) {
    uint32_t i = l->marks[k];
    const uint32_t v = t[i].value;
    if (i < from) continue; /* it closes the sentence before */
    if (v == GUILLEMET_OPEN || v == CURLY_OPEN) depth++;
    if ((v == GUILLEMET_CLOSE || v == CURLY_CLOSE) && depth) depth--;
    if (v == STRAIGHT) straight = !straight;
    if ((paired && (depth || straight)) || !ends(t, i, l->first, l->end)) continue;
    while (i + 1 < l->end && closes(&t[i + 1])) i++;
    const mh_sentence s = {from, i + 1, paragraph, heading};
    MH_TRY(MH_PUSH(a, out, s));
    from = i + 1;
  }
  if (from == l->end) return MH_OK;
  const mh_sentence s = {from, l->end, paragraph, heading};
  return MH_PUSH(a, out, s);
}

static bool in_heading(uint32_t at, const mh_span *h, uint32_t n, uint32_t *next)
{
  while (*next < n && h[*next].at + h[*next].len <= at) ++*next;
  return *next < n && h[*next].at <= at;
}

mh_status mh_text__sentences(mh_doc *doc, mh_arena *a, const mh_span *headings,
                             uint32_t n_headings)
{
  const mh_token *t = doc->tokens;
  list out = {0};
  line l = {.marks = doc->marks};
  for (uint32_t i = 0, h = 0, mark = 0; i < doc->n_lines; i++) {
    l.first = doc->lines[i];
    l.end = i + 1 < doc->n_lines ? doc->lines[i + 1] : doc->n_tokens;
    l.marks = mark < doc->n_marks ? doc->marks + mark : NULL;
    for (l.n = 0; mark < doc->n_marks && doc->marks[mark] < l.end; mark++) l.n++;
    const bool heading = in_heading(t[l.first].at, headings, n_headings, &h);
    MH_TRY(cut(&out, a, t, &l, i, heading));
  }
  doc->sentences = out.at;
  doc->n_sentences = out.n;
  return MH_OK;
}
