/* mention - who, when and what a text names: actors with office and person, the words that
 * stand for them, dates, instruments, places.
 *
 * Takes tokens, readings and phrases; gives noun phrases of actors (not yet what a "both
 * sides" stands for: that needs the whole report and is the statement room's), dates,
 * instruments, and the list of mentions of a record.
 */
#ifndef MH_MENTION_H
#define MH_MENTION_H

#include "../arabic/arabic.h"
#include "dates.h"

#define MH_CODES_MAX 10 /* seven negotiate with an eighth who presides */

/* A small set of actor codes, in the order they came. */
typedef struct mh_codes {
  const char *at[MH_CODES_MAX];
  uint8_t n;
} mh_codes;

/* Codes mostly come from the same rows or begin otherwise. */
static inline bool mh_code_same(const char *a, const char *b)
{
  return a == b || (a[0] == b[0] && strcmp(a, b) == 0);
}
static inline bool mh_codes_has(const mh_codes *c, const char *code)
{
  for (uint8_t i = 0; i < c->n; i++)
    if (mh_code_same(c->at[i], code)) return true;
  return false;
}
void mh_codes_add(mh_codes *c, const char *code); /* once; dropped when full */

typedef enum mh_actor_form {
  MH_ACTOR_NAME,     /* a state, organisation or group by its name          */
  MH_ACTOR_CAPITAL,  /* a capital that may stand for its government         */
  MH_ACTOR_ORGAN,    /* a ministry, a parliament ...                        */
  MH_ACTOR_OFFICIAL, /* an office, with or without the person's name        */
  MH_ACTOR_PERSON,   /* a person by name alone                              */
  MH_ACTOR_ROLE      /* a word that stands for one or more of the above     */
} mh_actor_form;

/* A noun phrase that names or stands for a political actor: tokens [first, end). */
typedef struct mh_actor {
  uint32_t first, end;
  uint32_t person_first, person_end; /* the name in it; equal: none             */
  uint32_t office_first, office_end; /* the office in it; equal: none           */
  mh_codes codes;                    /* what it says itself; may be none        */
  uint8_t form;                      /* mh_actor_form                           */
  uint8_t role;                      /* mh_role_kind of a ROLE                  */
  uint8_t pro;                       /* proclitics of the first token           */
  uint8_t enc;                       /* enclitic of the head (his counterpart)  */
  bool paper; /* a DOCUMENT that nothing calls joint: "the press statement"; a NOBODY: a
               * report */
  bool realm; /* it names a state by its kind alone ("the Kingdom's delegate") */
} mh_actor;

/* An instrument: a numbered resolution or one known by name. */
typedef struct mh_instrument {
  uint32_t first, end;
  const char *id; /* "UNSCR 2254", "Paris Agreement" */
  int topic;      /* index of a topic, -1 none       */
} mh_instrument;

typedef struct mh_mentions {
  mh_actor *actors;
  uint32_t n_actors;
  int32_t *actor_at; /* [n_tokens + 1] actor that begins at a token, -1 none */
  int32_t *actor_of; /* [n_tokens + 1] actor that covers a token, -1 none    */
  mh_whens whens;
  int32_t *when_at; /* [n_tokens + 1] date that begins there, -1 none       */
  mh_instrument *instruments;
  uint32_t n_instruments;
} mh_mentions;

/* Find all.  published: see mh_dates_find(). */
mh_status mh_mention_find(mh_mentions *out, mh_arena *a, const mh_doc *doc,
                          const mh_words *w, mh_day published);

/* The record's list, in the order of the text. */
mh_status mh_mention_list(const mh_mention **out, uint32_t *n, mh_arena *a,
                          const mh_doc *doc, const mh_words *w, const mh_mentions *m);

/* Every actor that a short text names, by name, adjective or office, in its order. */
void mh_mention_codes(mh_codes *out, const mh_doc *doc, const mh_words *w);

/* The span of tokens [first, end). */
mh_span mh_tokens_span(const mh_doc *doc, uint32_t first, uint32_t end);

/* ---- readings, asked for often ---- */

/* Has token i a reading as a word of grammar of this class (single words only)? */
bool mh_is_class(const mh_words *w, uint32_t i, mh_word_class cls);

#endif
