/* features - the grammar of a form in one word of bits; shared by the conjugator, the
 * lexicon compiler and everybody who reads tokens.  A field of 0 means "not said".
 */
#ifndef MH_FEATURES_H
#define MH_FEATURES_H

#include <stdint.h>

/* part of speech: bits 0..3 */
#define MH_F_POS 0xFu
enum {
  MH_POS_NONE,
  MH_POS_VERB,    /* finite                                          */
  MH_POS_MASDAR,  /* verbal noun                                     */
  MH_POS_ACTIVE,  /* active participle                               */
  MH_POS_PASSIVE, /* passive participle                              */
  MH_POS_NOUN,    /* any other noun                                  */
  MH_POS_ADJ,     /* adjective                                       */
  MH_POS_PARTICLE /* a word of grammar; its class is in the mh_word  */
};

/* number: bits 4..5; gender: 6..7; person: 8..9 */
#define MH_F_NUMBER 0x30u
#define MH_F_SG     0x10u
#define MH_F_DU     0x20u
#define MH_F_PL     0x30u
#define MH_F_GENDER 0xC0u
#define MH_F_M      0x40u
#define MH_F_F      0x80u
#define MH_F_PERSON 0x300u
#define MH_F_1      0x100u
#define MH_F_2      0x200u
#define MH_F_3      0x300u

/* tense of a finite verb: bits 10..11 */
#define MH_F_TENSE      0xC00u
#define MH_F_PERFECT    0x400u
#define MH_F_IMPERFECT  0x800u
#define MH_F_IMPERATIVE 0xC00u

#define MH_F_VOICE_PASSIVE 0x1000u /* passive, where the letters show it              */
#define MH_F_SHORT \
  0x2000u /* imperfect: subjunctive or jussive only; noun: indefinite only, whose \
             weak last letter fell                                                */
#define MH_F_CONSTRUCT \
  0x4000u                      /* dual or plural that lost its nun: something must
                                      follow, a noun or a pronoun                      */
#define MH_F_ENCLITIC 0x8000u  /* written so only with a pronoun joined            */
#define MH_F_OBLIQUE  0x10000u /* dual or plural in -ayn, -in                      */

#define MH_F_POS_OF(f) ((f)&MH_F_POS)

#endif
