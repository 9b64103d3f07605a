/* hijric - print the Umm al-Qura calendar as a C table: for each Hijri year the day on
 * which it begins and which of its months have thirty days.
 *
 * Runs at build time: ICU knows the calendar (its table goes from 1300 to 1600), the
 * reading rooms only use the table and so need neither ICU nor its data.
 *
 *   hijric OUT.h
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>

enum { FIRST = 1300, LAST = 1600 };

static const double day_ms = 86400000.0;

/* The number of a Hijri day, counted from 1970-01-01. */
static long number(UCalendar *c, int year, int month, UErrorCode *e)
{
  ucal_clear(c);
  ucal_setDateTime(c, year, month - 1, 1, 12, 0, 0, e);
  const double ms = ucal_getMillis(c, e) - day_ms / 2;
  return (long)(ms >= 0 ? ms / day_ms + 0.5 : ms / day_ms - 0.5);
}

static void line(FILE *to, UCalendar *c, int year, UErrorCode *e)
{
  const long first = number(c, year, 1, e);
  unsigned longs = 0;
  long at = first;
  for (int m = 1; m <= 12; m++) {
    const long next = m < 12 ? number(c, year, m + 1, e) : number(c, year + 1, 1, e);
    if (next - at != 29 && next - at != 30) *e = U_INTERNAL_PROGRAM_ERROR;
    if (next - at == 30) longs |= 1u << (m - 1);
    at = next;
  }
  fprintf(to, "  {%ld, 0x%03X}, /* %d */\n", first, longs, year);
}

static void table(FILE *to, UCalendar *c, UErrorCode *e)
{
  fputs("/* Made by tools/hijric.c from ICU's islamic-umalqura calendar. */\n"
        "#ifndef MH_HIJRI_H\n#define MH_HIJRI_H\n\n#include <stdint.h>\n\n"
        "/* A year: its first day (days since 1970-01-01); bit m-1: month m has 30 days. "
        "*/\n"
        "typedef struct mh_hijri_year {\n  int32_t first;\n  uint16_t longs;\n"
        "} mh_hijri_year;\n\n",
        to);
  fprintf(to, "enum { MH_HIJRI_FIRST = %d, MH_HIJRI_LAST = %d };\n\n", FIRST, LAST);
  fputs("static const mh_hijri_year mh_hijri_years[] = {\n", to);
  for (int y = FIRST; y <= LAST && U_SUCCESS(*e); y++) line(to, c, y, e);
  fputs("};\n\n#endif\n", to);
}

int main(int argc, char **argv)
{
  static const UChar utc[] = {'U', 'T', 'C', 0};
  UErrorCode e = U_ZERO_ERROR;
  if (argc != 2) {
    fputs("usage: hijric OUT.h\n", stderr);
    return 64;
  }
  UCalendar *c = ucal_open(utc, 3, "en@calendar=islamic-umalqura", UCAL_TRADITIONAL, &e);
  if (U_FAILURE(e)) {
    fprintf(stderr, "hijric: no Umm al-Qura calendar: %s\n", u_errorName(e));
    return 69;
  }
  FILE *to = fopen(argv[1], "wb");
  if (to) table(to, c, &e);
  ucal_close(c);
  if (to == NULL || fclose(to)) {
    fprintf(stderr, "hijric: %s: %s\n", argv[1], strerror(errno));
    return 73;
  }
  if (U_FAILURE(e)) fprintf(stderr, "hijric: %s\n", u_errorName(e));
  return U_FAILURE(e) ? 69 : 0;
}
