/* tree - which element a tag of the page opens or closes.
 *
 * The rules are those of the HTML standard, 13.2.6, without its two lists: elements that are
 * open stand in one list, and each knows the innermost of those around it that a rule asks
 * for, so that no rule walks.  An end tag that belongs to a phrase («b», «a») with blocks open
 * within ends it as soon as these are closed; nothing is moved or copied.
 */
#include "marks.h"
#include "tree.h"

enum {
  EMPTY = 1 << 0,    /* holds nothing                                           */
  SPECIAL = 1 << 1,  /* no phrase                                               */
  SCOPE = 1 << 2,    /* end tags within do not reach what is around             */
  ENDS_P = 1 << 3,   /* a paragraph ends before it                              */
  PHRASE = 1 << 4,   /* "formatting elements" of the standard                   */
  OF_HEAD = 1 << 5,  /* may stand in a head                                     */
  NO_SPACE = 1 << 6, /* white space alone directly within means nothing         */
  LOOSE = 1 << 7,    /* special, but an item of a list may end through it       */
  LEAVES = 1 << 8,   /* never of svg or math: ends them                         */
  HEADING = 1 << 9
};

#define S(name) [MH_HTML_##name] = SPECIAL
#define B(name) [MH_HTML_##name] = SPECIAL | ENDS_P
#define E(name) [MH_HTML_##name] = SPECIAL | EMPTY
#define F(name) [MH_HTML_##name] = PHRASE
static const uint16_t kinds[MH_HTML_N_TAGS] = {
    [MH_HTML_ROOT] = SPECIAL | SCOPE | NO_SPACE,
    [MH_HTML_HTML] = SPECIAL | SCOPE | NO_SPACE,
    [MH_HTML_HEAD] = SPECIAL | NO_SPACE | LEAVES,
    [MH_HTML_BODY] = SPECIAL | LEAVES,
    [MH_HTML_FRAMESET] = SPECIAL | NO_SPACE,
    [MH_HTML_ADDRESS] = SPECIAL | ENDS_P | LOOSE,
    [MH_HTML_DIV] = SPECIAL | ENDS_P | LOOSE | LEAVES,
    [MH_HTML_P] = SPECIAL | ENDS_P | LOOSE | LEAVES,
    B(ARTICLE),
    B(ASIDE),
    B(DETAILS),
    B(DIALOG),
    B(DIR),
    B(FIELDSET),
    B(FIGCAPTION),
    B(FIGURE),
    B(FOOTER),
    B(FORM),
    B(HEADER),
    B(HGROUP),
    B(MAIN),
    B(NAV),
    B(SEARCH),
    B(SECTION),
    B(SUMMARY),
    B(PLAINTEXT),
    B(XMP),
    [MH_HTML_BLOCKQUOTE] = SPECIAL | ENDS_P | LEAVES,
    [MH_HTML_CENTER] = SPECIAL | ENDS_P | LEAVES,
    [MH_HTML_LISTING] = SPECIAL | ENDS_P | LEAVES,
    [MH_HTML_MENU] = SPECIAL | ENDS_P | LEAVES,
    [MH_HTML_PRE] = SPECIAL | ENDS_P | LEAVES,
    [MH_HTML_HR] = SPECIAL | ENDS_P | EMPTY | LEAVES,
    [MH_HTML_DL] = SPECIAL | ENDS_P | NO_SPACE | LEAVES,
    [MH_HTML_OL] = SPECIAL | ENDS_P | NO_SPACE | LEAVES,
    [MH_HTML_UL] = SPECIAL | ENDS_P | NO_SPACE | LEAVES,
    [MH_HTML_LI] = SPECIAL | ENDS_P | LEAVES,
    [MH_HTML_DD] = SPECIAL | ENDS_P | LEAVES,
    [MH_HTML_DT] = SPECIAL | ENDS_P | LEAVES,
    [MH_HTML_H1] = SPECIAL | ENDS_P | LEAVES | HEADING,
    [MH_HTML_H2] = SPECIAL | ENDS_P | LEAVES | HEADING,
    [MH_HTML_H3] = SPECIAL | ENDS_P | LEAVES | HEADING,
    [MH_HTML_H4] = SPECIAL | ENDS_P | LEAVES | HEADING,
    [MH_HTML_H5] = SPECIAL | ENDS_P | LEAVES | HEADING,
    [MH_HTML_H6] = SPECIAL | ENDS_P | LEAVES | HEADING,
    [MH_HTML_TABLE] = SPECIAL | SCOPE | ENDS_P | NO_SPACE | LEAVES,
    [MH_HTML_CAPTION] = SPECIAL | SCOPE,
    [MH_HTML_TD] = SPECIAL | SCOPE,
    [MH_HTML_TH] = SPECIAL | SCOPE,
    [MH_HTML_TBODY] = SPECIAL | NO_SPACE,
    [MH_HTML_THEAD] = SPECIAL | NO_SPACE,
    [MH_HTML_TFOOT] = SPECIAL | NO_SPACE,
    [MH_HTML_TR] = SPECIAL | NO_SPACE,
    [MH_HTML_COLGROUP] = SPECIAL | NO_SPACE,
    E(COL),
    E(AREA),
    E(FRAME),
    E(INPUT),
    E(KEYGEN),
    E(PARAM),
    E(SOURCE),
    E(TRACK),
    E(WBR),
    [MH_HTML_BASE] = SPECIAL | EMPTY | OF_HEAD,
    [MH_HTML_BASEFONT] = SPECIAL | EMPTY | OF_HEAD,
    [MH_HTML_BGSOUND] = SPECIAL | EMPTY | OF_HEAD,
    [MH_HTML_LINK] = SPECIAL | EMPTY | OF_HEAD,
    [MH_HTML_META] = SPECIAL | EMPTY | OF_HEAD | LEAVES,
    [MH_HTML_BR] = SPECIAL | EMPTY | LEAVES,
    [MH_HTML_EMBED] = SPECIAL | EMPTY | LEAVES,
    [MH_HTML_IMG] = SPECIAL | EMPTY | LEAVES,
    [MH_HTML_TITLE] = SPECIAL | OF_HEAD,
    [MH_HTML_STYLE] = SPECIAL | OF_HEAD,
    [MH_HTML_SCRIPT] = SPECIAL | OF_HEAD,
    [MH_HTML_NOSCRIPT] = SPECIAL | OF_HEAD,
    [MH_HTML_NOFRAMES] = SPECIAL | OF_HEAD,
    [MH_HTML_TEMPLATE] = SPECIAL | SCOPE | OF_HEAD,
    [MH_HTML_APPLET] = SPECIAL | SCOPE,
    [MH_HTML_MARQUEE] = SPECIAL | SCOPE,
    [MH_HTML_OBJECT] = SPECIAL | SCOPE,
    S(BUTTON),
    S(IFRAME),
    S(NOEMBED),
    S(TEXTAREA),
    [MH_HTML_SELECT] = SPECIAL | NO_SPACE,
    [MH_HTML_OPTGROUP] = NO_SPACE,
    [MH_HTML_A] = PHRASE,
    F(B),
    F(BIG),
    F(CODE),
    F(EM),
    F(FONT),
    F(I),
    F(NOBR),
    F(S),
    F(SMALL),
    F(STRIKE),
    F(STRONG),
    F(TT),
    F(U),
};
#undef S
#undef B
#undef E
#undef F

/* ---- nodes ---------------------------------------------------------------------- */

mh_status mh_html__begin(mh_html__tree *t, mh_arena *a, const char *page, size_t len)
{
  *t = (mh_html__tree){.a = a, .page = page};
  t->nodes.cap = 64 + (uint32_t)(len / 48);
  t->nodes.at = mh_arena_take(a, t->nodes.cap * sizeof *t->nodes.at);
  if (!t->nodes.at) return t->status = MH_ENOMEM;
  t->nodes.at[0] = (mh_html_node){.end = 1, .tag = MH_HTML_ROOT};
  t->nodes.n = 1;
  t->open[0].tag = MH_HTML_ROOT;
  return MH_OK;
}

/* Append a node within the innermost open element; its index, 0 without memory. */
static uint32_t append(mh_html__tree *t, uint32_t at, uint32_t len, uint16_t tag)
{
  const mh_html_node node = {.parent = t->open[t->top].node,
                             .end = t->nodes.n + 1,
                             .at = at,
                             .len = len,
                             .tag = tag,
                             .depth = (uint16_t)(t->top + 1)};
  if (MH_PUSH(t->a, &t->nodes, node) == MH_OK) return t->nodes.n - 1;
  t->status = MH_ENOMEM;
  return 0;
}

static void pop(mh_html__tree *t)
{
  const mh_html__open *o = &t->open[t->top--];
  t->nodes.at[o->node].end = t->nodes.n;
  t->last[o->tag] = o->same;
}

/* Close the element at `place` (not 0) and all within; then those that only waited for it. */
static void close_to(mh_html__tree *t, uint32_t place)
{
  t->deeper = 0;
  while (t->top >= place) pop(t);
  while (t->top && t->open[t->top].over) pop(t);
}

static void push(mh_html__tree *t, uint32_t node, const mh_html__tag *tag, bool foreign)
{
  if (t->top + 1 == MH_HTML_DEEPEST) {
    t->deeper++;
    return;
  }
  const mh_html__open *around = &t->open[t->top++];
  const uint16_t place = (uint16_t)t->top;
  /* A place for HTML within svg is as good as a page of its own. */
  const uint16_t kind = around->foreign && !foreign ? SPECIAL | SCOPE : kinds[tag->tag];
  mh_html__open *o = &t->open[place];
  *o = *around;
  o->node = node;
  o->hash = tag->hash;
  o->tag = (uint16_t)tag->tag;
  o->same = t->last[tag->tag];
  o->foreign = foreign;
  o->over = false;
  t->last[tag->tag] = place;
  if (kind & SCOPE) o->scope = place;
  if (kind & SPECIAL) o->special = place;
  if ((kind & (SPECIAL | LOOSE)) == SPECIAL) o->stop = place;
}

static void insert(mh_html__tree *t, const mh_html__tag *tag, bool foreign, bool empty)
{
  const uint32_t i = append(t, tag->at, tag->len, (uint16_t)tag->tag);
  if (!i) return;
  t->nodes.at[i].id = tag->id;
  t->nodes.at[i].class = tag->class;
  t->nodes.at[i].has = tag->has;
  if (!empty) push(t, i, tag, foreign);
}

void mh_html__text(mh_html__tree *t, uint32_t at, uint32_t len)
{
  const uint16_t tag = t->open[t->top].tag;
  if (kinds[tag] & NO_SPACE) {
    uint32_t i = 0;
    while (i < len && mh_html__is_space((unsigned char)t->page[at + i])) i++;
    if (i == len) return;
    if (tag == MH_HTML_HEAD) close_to(t, t->top);
  }
  append(t, at, len, MH_HTML_TEXT);
}

void mh_html__finish(mh_html__tree *t)
{
  while (t->top) pop(t);
  t->nodes.at[0].end = t->nodes.n;
}

/* ---- scopes ----------------------------------------------------------------------- */

static uint32_t most(uint32_t a, uint32_t b)
{
  return a > b ? a : b;
}

/* The place of the innermost `tag` that an end tag reaches; 0 none. */
static uint32_t in_scope(const mh_html__tree *t, mh_html_tag tag)
{
  const uint32_t place = t->last[tag];
  return place >= t->open[t->top].scope ? place : 0;
}

static uint32_t in_table(const mh_html__tree *t, mh_html_tag tag)
{
  const uint32_t place = t->last[tag];
  return place >= most(t->last[MH_HTML_TABLE], t->last[MH_HTML_TEMPLATE]) ? place : 0;
}

static uint32_t heading_in_scope(const mh_html__tree *t)
{
  uint32_t place = 0;
  for (mh_html_tag h = MH_HTML_H1; h <= MH_HTML_H6; h++) place = most(place, t->last[h]);
  return place >= t->open[t->top].scope ? place : 0;
}

static uint32_t paragraph(const mh_html__tree *t)
{
  const uint32_t p = in_scope(t, MH_HTML_P);
  return p > t->last[MH_HTML_BUTTON] ? p : 0;
}

static void close_if(mh_html__tree *t, uint32_t place)
{
  if (place) close_to(t, place);
}

/* ---- start tags ------------------------------------------------------------------- */

/* A list's item ends the one before it, through paragraphs and plain blocks. */
static void end_item(mh_html__tree *t, mh_html_tag one, mh_html_tag other)
{
  const uint32_t place = t->open[t->top].stop;
  const uint16_t tag = t->open[place].tag;
  if (place && (tag == one || tag == other)) close_to(t, place);
}

/* An end tag of a phrase, or a phrase that cannot stand in itself, ends the innermost of its
 * kind: at once, or with the blocks that are open within. */
static void end_same(mh_html__tree *t, mh_html_tag tag)
{
  const uint32_t place = in_scope(t, tag);
  if (!place) return;
  if (place > t->open[t->top].special)
    close_to(t, place);
  else
    t->open[place].over = true;
}

/* Close all within the innermost of these that the table has open, or within the table. */
static bool back_to(mh_html__tree *t, const mh_html_tag *tags, size_t n)
{
  const uint32_t table = in_table(t, MH_HTML_TABLE);
  if (!table) return false;
  uint32_t place = table;
  for (size_t i = 0; i < n; i++) place = most(place, t->last[tags[i]]);
  if (t->top > place) close_to(t, place + 1);
  return true;
}

/* May the part of a table be opened here?  Makes room for it. */
static bool fits_table(mh_html__tree *t, mh_html_tag tag)
{
  static const mh_html_tag around[] = {MH_HTML_TBODY, MH_HTML_THEAD, MH_HTML_TFOOT,
                                       MH_HTML_TR};
  switch (tag) {
  case MH_HTML_TD:
  case MH_HTML_TH: return back_to(t, around, 4);
  case MH_HTML_TR: return back_to(t, around, 3);
  case MH_HTML_COL: {
    static const mh_html_tag group[] = {MH_HTML_COLGROUP};
    return back_to(t, group, 1);
  }
  default: return back_to(t, around, 0);
  }
}

/* A table directly in a table, outside of its cells, ends it. */
static void end_table(mh_html__tree *t)
{
  const uint32_t table = in_table(t, MH_HTML_TABLE);
  if (table && table == t->open[t->top].scope) close_to(t, table);
}

/* html, head, body: once each, and only around all else. */
static bool fits_page(mh_html__tree *t, mh_html_tag tag)
{
  if (tag == MH_HTML_HTML) return t->top == 0;
  if (t->last[MH_HTML_HEAD] && t->top == t->last[MH_HTML_HEAD]) close_to(t, t->top);
  if (t->open[t->top].tag != MH_HTML_HTML && t->top) return false;
  if (tag == MH_HTML_BODY) return !t->last[MH_HTML_BODY];
  const bool first = !t->head;
  t->head = true;
  return first;
}

/* What has to end before this tag; false when the tag counts for nothing. */
static bool make_room(mh_html__tree *t, mh_html_tag tag)
{
  const uint16_t top = t->open[t->top].tag;
  switch (tag) {
  case MH_HTML_HTML:
  case MH_HTML_HEAD:
  case MH_HTML_BODY: return fits_page(t, tag);
  case MH_HTML_LI: end_item(t, tag, tag); break;
  case MH_HTML_DD:
  case MH_HTML_DT: end_item(t, MH_HTML_DD, MH_HTML_DT); break;
  case MH_HTML_A:
  case MH_HTML_NOBR: end_same(t, tag); break;
  case MH_HTML_BUTTON: close_if(t, in_scope(t, tag)); break;
  case MH_HTML_FORM: return !t->last[tag] || t->open[t->last[tag]].over;
  case MH_HTML_OPTGROUP:
  case MH_HTML_OPTION:
    if (top == MH_HTML_OPTION) close_to(t, t->top);
    if (tag == MH_HTML_OPTGROUP && t->open[t->top].tag == MH_HTML_OPTGROUP)
      close_to(t, t->top);
    break;
  case MH_HTML_SELECT:
  case MH_HTML_INPUT:
  case MH_HTML_TEXTAREA: {
    const uint32_t select = in_scope(t, MH_HTML_SELECT);
    close_if(t, select);
    if (select && tag == MH_HTML_SELECT) return false;
    break;
  }
  case MH_HTML_RB:
  case MH_HTML_RP:
  case MH_HTML_RT:
  case MH_HTML_RTC:
    if (top == MH_HTML_RB || top == MH_HTML_RP || top == MH_HTML_RT) close_to(t, t->top);
    break;
  case MH_HTML_CAPTION:
  case MH_HTML_COLGROUP:
  case MH_HTML_COL:
  case MH_HTML_TBODY:
  case MH_HTML_THEAD:
  case MH_HTML_TFOOT:
  case MH_HTML_TR:
  case MH_HTML_TD:
  case MH_HTML_TH: return fits_table(t, tag);
  case MH_HTML_TABLE: end_table(t); break;
  default: break;
  }
  return true;
}

static void leave_foreign(mh_html__tree *t)
{
  while (t->open[t->top].foreign) close_to(t, t->top);
}

static mh_html__reading reading_of(mh_html_tag tag)
{
  switch (tag) {
  case MH_HTML_SCRIPT: return MH_HTML__SCRIPT;
  case MH_HTML_STYLE:
  case MH_HTML_TITLE:
  case MH_HTML_TEXTAREA:
  case MH_HTML_XMP:
  case MH_HTML_IFRAME:
  case MH_HTML_NOEMBED:
  case MH_HTML_NOFRAMES: return MH_HTML__RAW;
  case MH_HTML_PLAINTEXT: return MH_HTML__REST;
  default: return MH_HTML__MARKUP;
  }
}

/* Within svg and math names mean other things; only what is asked for keeps its tag. */
static mh_html__reading start_foreign(mh_html__tree *t, const mh_html__tag *tag)
{
  mh_html__tag own = *tag;
  const mh_html_tag is = tag->tag;
  const bool html = is == MH_HTML_FOREIGNOBJECT || is == MH_HTML_DESC;
  const bool keeps = html || is == MH_HTML_SVG || is == MH_HTML_MATH || is == MH_HTML_A ||
                     is == MH_HTML_SCRIPT || is == MH_HTML_STYLE;
  if (!keeps) {
    own.tag = MH_HTML_OTHER;
    own.hash = mh_html__hash_of(is, tag->hash);
  }
  insert(t, &own, !html, tag->closed);
  return tag->closed || (is != MH_HTML_SCRIPT && is != MH_HTML_STYLE) ? MH_HTML__MARKUP
                                                                      : reading_of(is);
}

mh_html__reading mh_html__start(mh_html__tree *t, const mh_html__tag *tag)
{
  const mh_html_tag is = tag->tag;
  const uint16_t kind = kinds[is];
  if (t->open[t->top].foreign) {
    if (!(kind & LEAVES) && !(kind & PHRASE && is != MH_HTML_A && is != MH_HTML_FONT) &&
        is != MH_HTML_SPAN)
      return start_foreign(t, tag);
    leave_foreign(t);
  }
  if (t->open[t->top].tag == MH_HTML_HEAD && !(kind & OF_HEAD) && is != MH_HTML_HEAD)
    close_to(t, t->top);
  if (kind & ENDS_P) {
    if (t->last[MH_HTML_P]) close_if(t, paragraph(t));
    if (kind & HEADING && kinds[t->open[t->top].tag] & HEADING) close_to(t, t->top);
  }
  if (!make_room(t, is)) return MH_HTML__MARKUP;
  const bool foreign = is == MH_HTML_SVG || is == MH_HTML_MATH;
  /* A form in a table between its cells holds nothing: the cells are not within. */
  const bool no_form = is == MH_HTML_FORM && kinds[t->open[t->top].tag] & NO_SPACE &&
                       in_table(t, MH_HTML_TABLE);
  insert(t, tag, foreign, kind & EMPTY || no_form || (foreign && tag->closed));
  return reading_of(is);
}

/* ---- end tags --------------------------------------------------------------------- */

/* The innermost element with the name, if nothing but phrases is open within. */
static void end_other(mh_html__tree *t, const mh_html__tag *tag)
{
  const uint32_t special = t->open[t->top].special;
  uint32_t place = t->last[tag->tag];
  if (tag->tag == MH_HTML_OTHER)
    while (place > special && t->open[place].hash != tag->hash)
      place = t->open[place].same;
  if (place && place >= special) close_to(t, place);
}

static void end_form(mh_html__tree *t)
{
  const uint32_t form = in_scope(t, MH_HTML_FORM);
  if (!form) return;
  if (t->open[t->top].special == form || t->top == form)
    close_to(t, form);
  else
    t->open[form].over = true;
}

/* Among what is open of svg or math; false when the name is none of it. */
static bool end_foreign(mh_html__tree *t, const mh_html__tag *tag)
{
  const uint32_t hash = mh_html__hash_of(tag->tag, tag->hash);
  for (uint32_t i = t->top; i && t->open[i - 1].foreign; i--) {
    const mh_html__open *o = &t->open[i];
    if (o->tag == tag->tag && tag->tag != MH_HTML_OTHER) return close_to(t, i), true;
    if (o->tag == MH_HTML_OTHER && o->hash == hash) return close_to(t, i), true;
  }
  return false;
}

/* An end tag without its start is one of its own: </p>, </br>. */
static void end_of_none(mh_html__tree *t, const mh_html__tag *tag)
{
  const mh_html__tag empty = {.tag = tag->tag, .at = tag->at};
  insert(t, &empty, false, true);
}

static void end_html(mh_html__tree *t, const mh_html__tag *tag)
{
  switch (tag->tag) {
  case MH_HTML_HTML:
  case MH_HTML_BODY: return; /* what follows is still of the page */
  case MH_HTML_BR: end_of_none(t, tag); return;
  case MH_HTML_P:
    if (paragraph(t))
      close_to(t, paragraph(t));
    else
      end_of_none(t, tag);
    return;
  case MH_HTML_LI: {
    const uint32_t place = in_scope(t, MH_HTML_LI);
    if (place > most(t->last[MH_HTML_UL], t->last[MH_HTML_OL])) close_to(t, place);
    return;
  }
  case MH_HTML_H1:
  case MH_HTML_H2:
  case MH_HTML_H3:
  case MH_HTML_H4:
  case MH_HTML_H5:
  case MH_HTML_H6: close_if(t, heading_in_scope(t)); return;
  case MH_HTML_TABLE:
  case MH_HTML_CAPTION:
  case MH_HTML_COLGROUP:
  case MH_HTML_TBODY:
  case MH_HTML_THEAD:
  case MH_HTML_TFOOT:
  case MH_HTML_TR:
  case MH_HTML_TD:
  case MH_HTML_TH: {
    const uint32_t place = in_table(t, tag->tag);
    close_if(t, place);
    /* The end of a row that nothing began ends its cells. */
    if (!place && tag->tag == MH_HTML_TR) fits_table(t, tag->tag);
    return;
  }
  case MH_HTML_TEMPLATE: close_if(t, t->last[MH_HTML_TEMPLATE]); return;
  case MH_HTML_FORM: end_form(t); return;
  default: break;
  }
  const uint16_t kind = kinds[tag->tag];
  if (kind & PHRASE)
    end_same(t, tag->tag);
  else if (kind & SPECIAL)
    close_if(t, in_scope(t, tag->tag));
  else
    end_other(t, tag);
}

void mh_html__end(mh_html__tree *t, const mh_html__tag *tag)
{
  if (t->deeper) {
    t->deeper--;
    return;
  }
  if (t->top && t->open[t->top - 1].foreign && end_foreign(t, tag)) return;
  if (tag->tag == MH_HTML_P || tag->tag == MH_HTML_BR) leave_foreign(t);
  end_html(t, tag);
}
