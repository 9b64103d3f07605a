/* lexicon - the lexicon's rows for other rooms, by number. */
#include "inside.h"

#define ROW(name, type, list)                         \
  const type *name(const mh_lexicon *lex, uint32_t i) \
  {                                                   \
    assert(i < lex->n_##list);                        \
    return &lex->list[i];                             \
  }

ROW(mh_lex_word, mh_word, words)
ROW(mh_lex_actor, mh_actor_row, actors)
ROW(mh_lex_organ, mh_organ_row, organs)
ROW(mh_lex_office, mh_office_row, offices)
ROW(mh_lex_person, mh_person_row, people)
ROW(mh_lex_place, mh_place_row, places)
ROW(mh_lex_instrument, mh_instrument_row, instruments)
ROW(mh_lex_meeting, mh_meeting_row, meetings)
ROW(mh_lex_time, mh_time_row, times)

void mh_words_in_office(mh_words *w, int year)
{
  for (uint32_t i = 0; year && i < w->n_matches; i++) {
    mh_match *m = &w->matches[i];
    if (m->kind != MH_PH_PERSON) continue;
    const mh_person_row *p = mh_lex_person(w->lex, m->value);
    for (uint16_t k = 0; k <= p->more; k++) {
      if (p[k].from > year || p[k].to < year) continue;
      m->value += k;
      break;
    }
  }
}

const mh_frame *mh_lex_frames(const mh_lexicon *lex, const mh_word *w)
{
  return lex->frames + w->frame;
}

bool mh_lex_given_name(const mh_lexicon *lex, mh_key word)
{
  uint32_t from = 0, to = lex->n_given;
  while (from < to) {
    const uint32_t mid = from + (to - from) / 2;
    const mh_key k = lex->given[mid];
    if (k.lo == word.lo && k.hi == word.hi) return word.lo != 0;
    if (k.lo < word.lo || (k.lo == word.lo && k.hi < word.hi))
      from = mid + 1;
    else
      to = mid;
  }
  return false;
}

bool mh_lex_with(const mh_lexicon *lex, const mh_frame *f, uint32_t word)
{
  for (const uint16_t *w = lex->with + f->with; *w; w++)
    if (*w == word) return true;
  return false;
}

const mh_actor_row *mh_lex_actor_by_code(const mh_lexicon *lex, const char *code)
{
  for (uint32_t i = mh_arabic__code_hash(code);; i++) {
    const uint16_t number = lex->by_code[i & lex->code_mask];
    if (number == 0) return NULL;
    const mh_actor_row *row = &lex->actors[number - 1];
    if (row->code == code || strcmp(row->code, code) == 0) return row;
  }
}
