/* conjugate_main - prints the table of one verb, for people who edit data/verbs.tsv:
 *
 *   build/conjugate "ء ك د" II
 *   build/conjugate قول I a-u
 */
#include <stdio.h>
#include <string.h>

#include "conjugate.h"

typedef struct name {
  uint32_t mask, value;
  const char *text;
} name;

static const name NAMES[] = {
    {MH_F_POS, MH_POS_VERB, "verb"},
    {MH_F_POS, MH_POS_MASDAR, "masdar"},
    {MH_F_POS, MH_POS_ACTIVE, "active participle"},
    {MH_F_POS, MH_POS_PASSIVE, "passive participle"},
    {MH_F_TENSE, MH_F_PERFECT, "perfect"},
    {MH_F_TENSE, MH_F_IMPERFECT, "imperfect"},
    {MH_F_TENSE, MH_F_IMPERATIVE, "imperative"},
    {MH_F_VOICE_PASSIVE, MH_F_VOICE_PASSIVE, "passive"},
    {MH_F_PERSON, MH_F_1, "1"},
    {MH_F_PERSON, MH_F_2, "2"},
    {MH_F_PERSON, MH_F_3, "3"},
    {MH_F_NUMBER, MH_F_SG, "sg"},
    {MH_F_NUMBER, MH_F_DU, "du"},
    {MH_F_NUMBER, MH_F_PL, "pl"},
    {MH_F_GENDER, MH_F_M, "m"},
    {MH_F_GENDER, MH_F_F, "f"},
    {MH_F_SHORT, MH_F_SHORT, "short"},
    {MH_F_OBLIQUE, MH_F_OBLIQUE, "oblique"},
    {MH_F_CONSTRUCT, MH_F_CONSTRUCT, "construct"},
    {MH_F_ENCLITIC, MH_F_ENCLITIC, "with-pronoun"},
};

static void print(void *user, const char *form, uint32_t feats)
{
  FILE *to = user;
  fprintf(to, "%s\t", form);
  const char *between = "";
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
    if ((feats & NAMES[i].mask) != NAMES[i].value) continue;
    fprintf(to, "%s%s", between, NAMES[i].text);
    between = " ";
  }
  fputc('\n', to);
}

int main(int argc, char **argv)
{
  if (argc < 3 || argc > 4) {
    fputs(
        "usage: conjugate ROOT FORM [VOWELS]   (conjugate \"q w l\" I a-u, in Arabic)\n",
        stderr);
    return 64;
  }
  cj_verb v;
  const char *bad = cj_read(&v, argv[1], argv[2], argc > 3 ? argv[3] : "");
  if (bad != NULL) {
    fprintf(stderr, "conjugate: %s\n", bad);
    return 65;
  }
  cj_conjugate(&v, print, stdout);
  return 0;
}
