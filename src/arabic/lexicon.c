/* lexicon - the lexicon's rows for other rooms, by number. */
#include "inside.h"

#define ROW(name, type, list)                                       \
  const type *name(const mh_lexicon *lex, uint32_t i)               \
  {                                                                 \
    assert(i < lex->n_##list);                                      \
    return &lex->list[i];                                           \
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

const mh_frame *mh_lex_frames(const mh_lexicon *lex, const mh_word *w)
{
  return lex->frames + w->frame;
}

const mh_actor_row *mh_lex_actor_by_code(const mh_lexicon *lex, const char *code)
{
  for (uint32_t i = 0; i < lex->n_actors; i++)
    if (strcmp(lex->actors[i].code, code) == 0) return &lex->actors[i];
  return NULL;
}

const mh_match *mh_words_match(const mh_words *w, uint32_t token, mh_phrase_kind kind)
{
  for (uint32_t i = w->match_first[token]; i < w->match_first[token + 1]; i++)
    if (w->matches[i].kind == kind) return &w->matches[i];
  return NULL;
}
