/* What the files of the mention room share. */
#ifndef MH_MENTION_INSIDE_H
#define MH_MENTION_INSIDE_H

#include "mention.h"

bool mh_mention__actor(mh_actor *out, const mh_doc *doc, const mh_words *w, uint32_t i);
void mh_mention__name_before(mh_actor *x, const mh_doc *doc, const mh_words *w,
                             uint32_t from);
mh_status mh_mention__instruments(mh_mentions *out, mh_arena *a, const mh_doc *doc,
                                  const mh_words *w);

#endif
