/* term - text laid out for a terminal: wrapped to its width, right-to-left text legible.
 *
 * Terminals differ in how they show Arabic.  Some order each line by the Unicode bidirectional
 * algorithm, some show letters in the order in which they come.  So:
 *   - letters are never rearranged here: what is copied from the screen is the text;
 *   - a line holds one direction: a quotation stands alone on its lines, and we wrap it, as
 *     a line that the terminal wraps would be ordered as a whole and read from the middle;
 *   - right-to-left lines end flush at the right edge, where their reader starts;
 *   - each is put into a directional isolate (RLI ... PDI), so that a terminal with the
 *     algorithm keeps its commas and brackets inside, and does not take the line's
 *     direction for the paragraph's.  Only on a UTF-8 terminal that is no bare console, and
 *     never in a file or a pipe, where the two characters would stay as dirt.
 * Into a pipe a paragraph is one line, without padding, for grep and diff.
 */
#include <stdlib.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli.h"

enum { NARROWEST = 24, WIDEST = 100 };

/* ---- what the terminal is ------------------------------------------------------------ */

static bool is_utf8(void)
{
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *v = getenv(names[i]);
    if (!v || !*v) continue;
    for (; *v; v++)
      if (strncasecmp(v, "utf-8", 5) == 0 || strncasecmp(v, "utf8", 4) == 0) return true;
    return false;
  }
  return false;
}

static unsigned width_of_terminal(void)
{
  struct winsize size = {0};
  const char *columns = getenv("COLUMNS");
  unsigned n = columns ? (unsigned)strtoul(columns, NULL, 10) : 0;
  if (!n && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) n = size.ws_col;
  if (!n) n = 80;
  return n < NARROWEST ? NARROWEST : n > WIDEST ? WIDEST : n;
}

void cli_term_look(cli_term *t, bool arabic)
{
  const char *term = getenv("TERM"), *no_color = getenv("NO_COLOR");
  const bool dumb = !term || strcmp(term, "dumb") == 0;
  *t = (cli_term){.arabic = arabic, .tty = isatty(STDOUT_FILENO) == 1};
  t->colour = t->tty && !dumb && !(no_color && *no_color);
  t->isolate = t->tty && !dumb && is_utf8() && strcmp(term, "linux") != 0;
  t->width = t->tty ? width_of_terminal() : 0;
}

/* ---- columns -------------------------------------------------------------------------- */

typedef struct range {
  uint32_t first, last;
} range;

static bool is_in(const range *r, size_t n, uint32_t c)
{
  for (size_t i = 0; i < n; i++)
    if (c >= r[i].first && c <= r[i].last) return true;
  return false;
}

/* Marks stand on the letter before them; joiners and directional characters nowhere. */
static unsigned columns_of(uint32_t c)
{
  static const range none[] = {
      {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a},
      {0x061c, 0x061c}, {0x064b, 0x065f}, {0x0670, 0x0670}, {0x06d6, 0x06dc},
      {0x06df, 0x06e4}, {0x06e7, 0x06e8}, {0x06ea, 0x06ed}, {0x08d3, 0x08ff},
      {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x206f}, {0x20d0, 0x20f0},
      {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}};
  static const range two[] = {{0x1100, 0x115f},  {0x2e80, 0x303e}, {0x3041, 0xa4cf},
                              {0xac00, 0xd7a3},  {0xf900, 0xfaff}, {0xfe30, 0xfe6f},
                              {0xff00, 0xff60},  {0xffe0, 0xffe6}, {0x1f300, 0x1faff},
                              {0x20000, 0x3fffd}};
  if (c < 0x300) return c < 0x20 || (c >= 0x7f && c < 0xa0) ? 0 : 1;
  if (is_in(none, sizeof none / sizeof *none, c)) return 0;
  return is_in(two, sizeof two / sizeof *two, c) ? 2 : 1;
}

unsigned cli_columns(const char *text, size_t len)
{
  unsigned columns = 0;
  for (size_t i = 0; i < len;) {
    uint32_t n;
    columns += columns_of(mh_utf8_next(text + i, &n));
    i += n;
  }
  return columns;
}

/* ---- lines ----------------------------------------------------------------------------- */

static bool is_right_to_left_letter(uint32_t c)
{
  return (c >= 0x05d0 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfefc);
}

static bool is_latin_letter(uint32_t c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xc0 && c <= 0x24f);
}

/* Is it read from the right?  A report's words are when any letter of them is, as a
 * quotation may well begin with a foreign name; a line of ours when its first letter is. */
static bool is_right_to_left(cli_style style, const char *text, size_t len)
{
  for (size_t i = 0; i < len;) {
    uint32_t n;
    const uint32_t c = mh_utf8_next(text + i, &n);
    if (is_right_to_left_letter(c)) return true;
    if (style != CLI_PLAIN && is_latin_letter(c)) return false;
    i += n;
  }
  return false;
}

/* How many bytes go onto a line of `width` columns: up to a blank where there is one. */
static size_t cut(const char *text, size_t len, unsigned width)
{
  unsigned columns = 0;
  size_t blank = 0;
  for (size_t i = 0; i < len;) {
    uint32_t n;
    const uint32_t c = mh_utf8_next(text + i, &n);
    const unsigned more = columns_of(c);
    if (columns + more > width) return blank ? blank : i ? i : n;
    if (c == ' ' && i) blank = i;
    columns += more;
    i += n;
  }
  return len;
}

static void spaces(mh_out *o, unsigned n)
{
  while (n--) mh_out_char(o, ' ');
}

static void put_style(mh_out *o, const cli_term *t, cli_style s)
{
  static const char *const codes[] = {"0", "0", "1", "2", "34", "32", "33", "31"};
  if (!t->colour || s <= CLI_LABEL) return;
  mh_out_text(o, "\x1b[");
  mh_out_text(o, codes[s]);
  mh_out_char(o, 'm');
}

static void end_style(mh_out *o, const cli_term *t, cli_style s)
{
  if (t->colour && s > CLI_LABEL) mh_out_text(o, "\x1b[0m");
}

/* The indent of right-to-left labels is at the right, where such a line begins. */
static void put_line(mh_out *o, const cli_term *t, unsigned indent, cli_style style,
                     const char *text, size_t len, bool rtl)
{
  static const char open[] = "\xe2\x81\xa7", close[] = "\xe2\x81\xa9"; /* RLI, PDI */
  const unsigned used = cli_columns(text, len) + (rtl && t->arabic ? indent : 0);
  spaces(o, !rtl ? indent : used < t->width ? t->width - used : 0);
  put_style(o, t, style);
  if (rtl && t->isolate) mh_out_text(o, open);
  mh_out_bytes(o, text, len);
  if (rtl && t->isolate) mh_out_text(o, close);
  end_style(o, t, style);
  mh_out_char(o, '\n');
}

static void put_wrapped(mh_out *o, const cli_term *t, unsigned indent, cli_style style,
                        const char *text, size_t len)
{
  const bool rtl = t->arabic || is_right_to_left(style, text, len);
  const unsigned width = t->width > indent + NARROWEST / 2 ? t->width - indent
                                                           : NARROWEST / 2;
  while (len) {
    const size_t n = cut(text, len, width);
    put_line(o, t, indent, style, text, n, rtl);
    text += n;
    len -= n;
    while (len && *text == ' ') text++, len--;
  }
}

void cli_para(mh_out *o, const cli_term *t, unsigned indent, cli_style style,
              const char *text, size_t len)
{
  mh_out clean = {0};
  cli_clean(&clean, text, len);
  if (clean.status != MH_OK) {
    o->status = clean.status;
  } else if (t->tty) {
    put_wrapped(o, t, indent, style, clean.at ? clean.at : "", clean.len);
  } else {
    spaces(o, indent);
    mh_out_bytes(o, clean.at ? clean.at : "", clean.len);
    mh_out_char(o, '\n');
  }
  mh_out_free(&clean);
}

void cli_para_out(mh_out *o, const cli_term *t, unsigned indent, cli_style style,
                  mh_out *text)
{
  if (text->status != MH_OK)
    o->status = text->status;
  else
    cli_para(o, t, indent, style, text->at ? text->at : "", text->len);
  mh_out_clear(text);
}
