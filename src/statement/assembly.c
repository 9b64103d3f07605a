/* assembly - whose assembly a report tells of: the organisation whose summit or council issued
 * the document that it goes through point by point ("the final statement of the summit of N.").
 * Its document, its ministers and "those who met" speak for it alone, whatever two states the
 * document tells of.
 *
 * Two sides who meet are parties.c's; who stands for whom is standin.c.
 */
#include "assembly.h"

#define REACH 14  /* tokens from a document to the organisation whose it is  */
#define EARLY 120 /* tokens in which a report tells whose assembly it is of */
#define HEAD  4   /* tokens before the assembly that a report begins with */

bool mh_statement__organisation(const reader *r, const char *code)
{
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, code);
  return a && a->kind == MH_ACTOR_ORG;
}

/* May the word at i stand between a document and whose it is: no verb, no clause? */
static bool leads_on(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (t->kind == MH_TOKEN_MARK)
    return mh_statement__mark(r, i, '(') || mh_statement__mark(r, i, ')');
  if (t->kind != MH_TOKEN_WORD || (t->flags & MH_TF_LINE))
    return t->kind == MH_TOKEN_NUMBER;
  switch (r->cls[i]) {
  case MH_W_NONE:
    return r->w->glance[i].pos == 0 ||
           (r->w->glance[i].pos & ~(1u << MH_POS_VERB | 1u << MH_POS_PARTICLE)) != 0;
  case MH_W_PREP: return mh_statement__prep(r, i) != MH_TAKES_MAA;
  case MH_W_AMID:
  case MH_W_OTHER: return true;
  default: return false;
  }
}

/* Somebody else stands beside who ends before token i: "with N.", "and N.". */
static bool beside(const reader *r, uint32_t i)
{
  if (i >= r->doc->n_tokens || tok(r, i)->kind != MH_TOKEN_WORD) return false;
  if (mh_statement__prep(r, i) == MH_TAKES_MAA) return true;
  const int32_t at = r->m->actor_at[i];
  return at >= 0 && (r->m->actors[at].pro & MH_PRO_WA) && r->m->actors[at].codes.n;
}

const char *mh_statement__assembly_of(const reader *r, const mh_actor *x)
{
  if (x->codes.n)
    return x->codes.n == 1 && mh_statement__organisation(r, x->codes.at[0]) &&
                   !beside(r, x->end)
               ? x->codes.at[0]
               : NULL;
  for (uint32_t i = x->end; i < r->doc->n_tokens && i < x->end + REACH;) {
    const int32_t at = r->m->actor_at[i];
    const mh_actor *y = at >= 0 ? &r->m->actors[at] : NULL;
    if (y && y->codes.n == 1 && mh_statement__organisation(r, y->codes.at[0]))
      return (y->form == MH_ACTOR_NAME || y->form == MH_ACTOR_ORGAN) &&
                     !(y->pro & MH_PRO_WA) && !beside(r, y->end)
                 ? y->codes.at[0]
                 : NULL;
    const bool open = y && y->codes.n == 0 &&
                      (y->form == MH_ACTOR_ORGAN ||
                       (y->form == MH_ACTOR_ROLE &&
                        (y->role == MH_ROLE_MEETING || y->role == MH_ROLE_MINISTERS)));
    if (y ? !open || (y->pro & MH_PRO_WA) : !leads_on(r, i)) return NULL;
    i = y ? y->end : i + 1;
  }
  return NULL;
}

static bool role(const mh_actor *x, mh_role_kind kind)
{
  return x->form == MH_ACTOR_ROLE && x->role == kind;
}

bool mh_statement__assembly_name(const reader *r, const mh_actor *x)
{
  if (x->codes.n != 1 || x->form != MH_ACTOR_ORGAN) return false;
  const mh_match *m = mh_words_match(r->w, x->first, MH_PH_ORGAN);
  return m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "assembly") == 0;
}

/* "the Arab summit"; "the ministers of N.", "the work of the council of N." at the head of a
 * report that tells of no two. */
static bool council(const reader *r, const mh_actor *x, uint32_t i)
{
  if (x->first >= EARLY) return false;
  if (i <= 1 && (role(x, MH_ROLE_MEETING) || x->form == MH_ACTOR_NAME ||
                 (x->form == MH_ACTOR_OFFICIAL && x->person_end == x->person_first)))
    return true;
  return mh_statement__assembly_name(r, x);
}

/* "The Islamic summit concluded": who is told of first of all, though two may meet there later. */
static bool at_head(const reader *r, const mh_actor *x, uint32_t i)
{
  const bool summit = mh_statement__assembly_name(r, x) ||
                      (x->codes.n == 1 && x->form == MH_ACTOR_ORGAN &&
                       mh_statement__organisation(r, x->codes.at[0]) &&
                       mh_words_match(r->w, x->first, MH_PH_MEETING));
  return i == 0 && summit && x->first > 0 && x->first <= HEAD &&
         (r->w->glance[x->first - 1].acts >> MH_POS_VERB & 1);
}

/* Do two stand side by side somewhere? */
static bool of_two(const reader *r)
{
  for (uint32_t i = 0; i < r->m->n_actors; i++)
    if (mh_statement__two(r, &r->m->actors[i])) return true;
  return false;
}

void mh_statement__assembly(reader *r)
{
  const bool two = of_two(r);
  if (r->forum) return;
  for (uint32_t i = 0; i < r->m->n_actors; i++) {
    const mh_actor *x = &r->m->actors[i];
    const bool document = role(x, MH_ROLE_DOCUMENT);
    /* two who stand side by side issue their own */
    if ((document || role(x, MH_ROLE_MEETING)) && x->codes.n > 1) break;
    if (r->body || !(document || (!two && council(r, x, i)) || at_head(r, x, i)))
      continue;
    r->body = mh_statement__assembly_of(r, x);
    if (r->body && document) return;
  }
}

mh_codes mh_statement__member_states(const reader *r, const mh_actor *x)
{
  const mh_codes none = {.n = 0};
  const uint32_t n = r->doc->n_tokens, i = x->end;
  if (i + 1 >= n || mh_statement__dual(tok(r, x->first))) return none;
  const bool in = mh_statement__prep(r, i) == MH_TAKES_FI;
  const int32_t at = r->m->actor_at[in ? i + 1 : i];
  const mh_actor *of = at >= 0 ? &r->m->actors[at] : NULL;
  if (of == NULL || of->codes.n != 1 || (!in && !(of->pro & MH_PRO_BI))) return none;
  const bool body = of->form == MH_ACTOR_NAME || of->form == MH_ACTOR_ORGAN;
  return body && mh_statement__organisation(r, of->codes.at[0]) ? of->codes : none;
}
