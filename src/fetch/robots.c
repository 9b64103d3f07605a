/* robots - what a robots.txt lets us ask for (RFC 9309).
 *
 * The group that names us counts, else that of `*`; groups of one name are one.  The longest
 * rule that matches decides, allow before disallow.  Crawl-delay is no part of the RFC; it is
 * kept because many papers ask for it, and a line of it counts as a rule of its group.
 */
#define _GNU_SOURCE /* memmem */
#include "inside.h"

/* ---- letters -------------------------------------------------------------------------- */

static char lower(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int hex(char c)
{
  if (c >= '0' && c <= '9') return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Characters that mean the same with and without percent encoding (RFC 3986, 2.3). */
static bool is_unreserved(int c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '-' || c == '.' || c == '_' || c == '~';
}

static void put_octet(mh_out *o, int c)
{
  static const char digits[] = "0123456789ABCDEF";
  mh_out_char(o, '%');
  mh_out_char(o, digits[c >> 4 & 15]);
  mh_out_char(o, digits[c & 15]);
}

/* A path in the one spelling by which rules and addresses are compared.  Of a rule `*` and a
 * `$` at the end are no characters. */
static const char *canonical(uint32_t *len, mh_arena *a, const char *path, size_t n,
                             bool of_rule)
{
  mh_out o = {0};
  if (n == 0 || (path[0] != '/' && !(of_rule && path[0] == '*'))) mh_out_char(&o, '/');
  for (size_t i = 0; i < n; i++) {
    const unsigned char c = (unsigned char)path[i];
    const int high = c == '%' && i + 2 < n ? hex(path[i + 1]) : -1;
    const int low = high >= 0 ? hex(path[i + 2]) : -1;
    if (low >= 0) {
      const int octet = high << 4 | low;
      if (is_unreserved(octet))
        mh_out_char(&o, (char)octet);
      else
        put_octet(&o, octet);
      i += 2;
    } else if (c <= 0x20 || c >= 0x7f || (c == '*' && !of_rule) ||
               (c == '$' && !(of_rule && i + 1 == n))) {
      put_octet(&o, c);
    } else {
      mh_out_char(&o, (char)c);
    }
  }
  const char *out = o.status == MH_OK ? mh_arena_copy(a, o.at, o.len) : NULL;
  *len = (uint32_t)o.len;
  mh_out_free(&o);
  return out;
}

/* ---- lines ----------------------------------------------------------------------------- */

typedef struct line {
  const char *key, *value;
  size_t key_len, value_len;
} line;

static bool is_blank(char c)
{
  return c == ' ' || c == '\t';
}

static void trim(const char **at, size_t *len)
{
  while (*len && is_blank(**at)) ++*at, --*len;
  while (*len && is_blank((*at)[*len - 1])) --*len;
}

/* The line at *at, which moves behind it; a line without a colon has an empty key. */
static line next_line(const char *bytes, size_t len, size_t *at)
{
  line l = {0};
  const char *start = bytes + *at;
  size_t n = 0, colon;
  while (*at + n < len && start[n] != '\n' && start[n] != '\r') n++;
  *at += n + 1;
  const char *note = memchr(start, '#', n);
  if (note) n = (size_t)(note - start);
  const char *sign = memchr(start, ':', n);
  if (!sign) return l;
  colon = (size_t)(sign - start);
  l = (line){start, sign + 1, colon, n - colon - 1};
  trim(&l.key, &l.key_len);
  trim(&l.value, &l.value_len);
  return l;
}

static bool key_is(const line *l, const char *key)
{
  size_t i = 0;
  while (i < l->key_len && key[i] && lower(l->key[i]) == key[i]) i++;
  return i == l->key_len && !key[i];
}

/* ---- groups ---------------------------------------------------------------------------- */

typedef struct reading {
  mh_robots ours, all;
  bool named;           /* a group is ours by name                      */
  bool in_ours, in_all; /* what the group that we are in is of          */
  bool heading;         /* the line before named somebody               */
} reading;

/* "Mahdar/1.0 (news)" names "mahdar": the product's name is letters, '-' and '_'. */
static bool names(const line *l, const char *product)
{
  size_t i = 0;
  while (i < l->value_len && product[i] && lower(l->value[i]) == product[i]) i++;
  if (product[i]) return false;
  const char c = i < l->value_len ? lower(l->value[i]) : '\0';
  return !((c >= 'a' && c <= 'z') || c == '-' || c == '_');
}

static void head(reading *r, const line *l, const char *product)
{
  if (!r->heading) r->in_ours = r->in_all = false;
  r->heading = true;
  if (l->value_len && l->value[0] == '*') r->in_all = true;
  if (!names(l, product)) return;
  r->in_ours = r->named = true;
}

static mh_status rule(reading *r, mh_arena *a, const line *l, bool allow)
{
  mh_robots_rule new = {.allow = allow};
  r->heading = false;
  if (!l->value_len || (!r->in_ours && !r->in_all)) return MH_OK;
  new.path = canonical(&new.len, a, l->value, l->value_len, true);
  if (!new.path) return MH_ENOMEM;
  if (r->in_ours) MH_TRY(MH_PUSH(a, &r->ours, new));
  if (r->in_all) MH_TRY(MH_PUSH(a, &r->all, new));
  return MH_OK;
}

/* "10", "0.5"; anything else asks for nothing. */
static double seconds(const line *l)
{
  double whole = 0, unit = 1;
  bool point = false;
  for (size_t i = 0; i < l->value_len; i++) {
    const char c = l->value[i];
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      if (point) unit /= 10;
      whole = point ? whole + unit * (c - '0') : whole * 10 + (c - '0');
      if (whole > MH_FETCH_DELAY_MAX) return MH_FETCH_DELAY_MAX;
    } else {
      return 0;
    }
  }
  return whole;
}

static void delay(reading *r, const line *l)
{
  const double s = seconds(l);
  r->heading = false;
  if (r->in_ours && s > r->ours.delay) r->ours.delay = s;
  if (r->in_all && s > r->all.delay) r->all.delay = s;
}

/* What is looked at: the half of a rule at the end would be another rule. */
static size_t whole_lines(const char *bytes, size_t len)
{
  if (len < MH_FETCH_ROBOTS_MAX) return len;
  len = MH_FETCH_ROBOTS_MAX;
  while (len && bytes[len - 1] != '\n' && bytes[len - 1] != '\r') len--;
  return len;
}

mh_status mh_fetch__robots_read(mh_robots *out, mh_arena *a, const char *bytes,
                                size_t len, const char *product)
{
  reading r = {0};
  *out = (mh_robots){0};
  len = whole_lines(bytes, len);
  for (size_t at = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; at < len;) {
    const line l = next_line(bytes, len, &at);
    if (key_is(&l, "user-agent"))
      head(&r, &l, product);
    else if (key_is(&l, "allow"))
      MH_TRY(rule(&r, a, &l, true));
    else if (key_is(&l, "disallow"))
      MH_TRY(rule(&r, a, &l, false));
    else if (key_is(&l, "crawl-delay"))
      delay(&r, &l);
  }
  *out = r.named ? r.ours : r.all;
  return MH_OK;
}

/* ---- matching -------------------------------------------------------------------------- */

/* The stretches between the stars must be found one after the other, each as early as can be;
 * behind a `$` nothing may follow. */
static bool matches(const mh_robots_rule *rule, const char *path, size_t len)
{
  const char *p = rule->path, *end = p + rule->len;
  const bool whole = end > p && end[-1] == '$';
  size_t at = 0;
  if (whole) end--;
  for (bool first = true;; first = false) {
    const char *star = memchr(p, '*', (size_t)(end - p));
    const size_t n = (size_t)((star ? star : end) - p);
    if (n > len - at) return false;
    if (first) {
      if (memcmp(path, p, n) != 0) return false;
      at = n;
    } else if (!star && whole) {
      return memcmp(path + len - n, p, n) == 0;
    } else if (n) {
      const char *found = memmem(path + at, len - at, p, n);
      if (!found) return false;
      at = (size_t)(found - path) + n;
    }
    if (!star) return !whole || at == len;
    p = star + 1;
  }
}

mh_status mh_fetch__robots_allow(bool *out, const mh_robots *r, mh_arena *a,
                                 const char *path)
{
  uint32_t best = 0, len;
  *out = true;
  if (strcmp(path, "/robots.txt") == 0 || r->n == 0) return MH_OK;
  const char *asked = canonical(&len, a, path, strlen(path), false);
  if (!asked) return MH_ENOMEM;
  for (uint32_t i = 0; i < r->n; i++) {
    const mh_robots_rule *one = &r->at[i];
    const bool better = one->len > best || (one->len == best && one->allow && !*out);
    if (!better || !matches(one, asked, len)) continue;
    best = one->len;
    *out = one->allow;
  }
  return MH_OK;
}
