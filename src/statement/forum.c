/* forum - the two whose forum a report tells of, an organisation and another: "the Arab-Russian
 * forum", "the summit of the Gulf states and America".  "Both sides" are these two, whoever
 * leads it for them.
 *
 * The assembly of one organisation is assembly.c's; those who are named together parties.c's.
 */
#include "assembly.h"
#include "meeting.h"

#define EARLY 120 /* tokens in which a report tells whose forum it is of */
#define ASIDE 14  /* tokens of what tells that somebody else is spoken of there */

static bool of_organisation(const reader *r, const side *s)
{
  for (uint8_t k = 0; k < s->n; k++)
    if (mh_statement__organisation(r, s->code[k])) return true;
  return false;
}

static bool speech(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH) return true;
  }
  return false;
}

/* "in his speech to | the forum", "on the margins of" it: what one state's man does there. */
static bool aside(const reader *r, uint32_t i)
{
  for (uint32_t n = 0; i-- > 0 && n < ASIDE; n++) {
    if (speech(r, i) || mh_meeting__margin(r, i)) return true;
    if (tok(r, i)->flags & MH_TF_LINE) return false;
  }
  return false;
}

void mh_statement__forum(reader *r)
{
  for (uint32_t i = 0; i < r->w->n_matches && r->w->matches[i].first < EARLY; i++) {
    const mh_match *m = &r->w->matches[i];
    slots x = {.own = {.n = 0}};
    if (m->kind != MH_PH_MEETING) continue;
    mh_meeting__adjectives(r, m, &x, r->doc->n_tokens);
    if (x.own.n < 2 || !of_organisation(r, &x.own)) continue;
    if (aside(r, m->first)) return;
    r->parties = (mh_codes){.n = 0};
    for (uint8_t k = 0; k < x.own.n; k++) mh_codes_add(&r->parties, x.own.code[k]);
    r->play = r->parties;
    r->forum = true;
    return;
  }
}
