/* fuzz_lexc - foreign bytes as a table of the lexicon, through the lexicon compiler.
 *
 * The first byte chooses which table the rest is, the second how little memory there is;
 * bytes that begin as a table does (#) are tried as each of them, so that data/ serves as
 * seeds.  The closed lists, an act word and a verb stand beside it, so that rows find what
 * they refer to.  Complaints go nowhere; what was compiled is written out as C, to nowhere.
 */
#include <stdlib.h>

#include "tools/lexc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char acts[] = "# id\tenglish\tarabic\tplover\tcameo\tweight\tsource\n"
                           "affirm\taffirmed\t\t\t01\t3\tfuzz\n"
                           "call\tcalled for\t\t\t02\t4\tfuzz\n";
static const char topics[] = "# id\tgroup\tenglish\tarabic\tiptc\tsource\n"
                             "energy\teconomy\tEnergy\t\t\tfuzz\n";
/* kataba, act word and verb */
#define KATABA "\xD9\x83\xD8\xAA\xD8\xA8"
static const char words[] = "# lemma\tpos\tprepositions\tact\tkind\tsource\n" KATABA
                            "\tverb\t0\taffirm\tact\tfuzz\n";
static const char verbs[] = "# lemma\troot\tform\tvowel\tmasdars\tsource\n" KATABA
                            "\t\xD9\x83 \xD8\xAA \xD8\xA8\tI\ta-u\t\tfuzz\n";

static const char *const tables[] = {
    "acts.tsv",          "topics.tsv",    "act-words.tsv",   "verbs.tsv",
    "nouns.tsv",         "particles.tsv", "countries.tsv",   "organisations.tsv",
    "groups.tsv",        "organs.tsv",    "offices.tsv",     "people.tsv",
    "places.tsv",        "roles.tsv",     "topic-terms.tsv", "instruments.tsv",
    "meeting-words.tsv", "months.tsv",    "time-words.tsv",  "numbers.tsv",
    "act-objects.tsv"};

/* A verb has hundreds of forms: more than this costs seconds and teaches nothing. */
#define LONGEST 8192

#define TABLES (sizeof tables / sizeof *tables)

static void emit(const lexc *x)
{
  FILE *nowhere = fopen("/dev/null", "wb");
  if (nowhere == NULL) return;
  lexc_emit(x, nowhere, "fuzz");
  lexc_emit_lists(x, nowhere);
  fclose(nowhere);
}

static void compile(const char *table, const char *bytes, size_t len, uint64_t fail_at)
{
  const tsv_file files[] = {{table, bytes, len},
                            {"acts.tsv", acts, sizeof acts - 1},
                            {"topics.tsv", topics, sizeof topics - 1},
                            {"act-words.tsv", words, sizeof words - 1},
                            {"verbs.tsv", verbs, sizeof verbs - 1}};
  lexc x;
  mh_arena a = {.budget = 256u << 20, .fail_at = fail_at};
  const mh_status s = lexc_compile(&x, &a, (lexc_input){files, 5}, NULL);
  if (s != MH_OK && s != MH_ENOMEM) abort();
  if (s == MH_OK && len < 4096) emit(&x);
  mh_arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 2) return 0;
  if (size > LONGEST) size = LONGEST;
  const char *bytes = (const char *)data;
  if (data[0] != '#') {
    compile(tables[data[0] % TABLES], bytes + 2, size - 2, data[1] < 64 ? data[1] : 0);
    return 0;
  }
  for (size_t i = 0; i < TABLES; i++) compile(tables[i], bytes, size, 0);
  return 0;
}
