/* parser - the process that takes foreign bytes in: asked for one input after the other, it
 * reads the file that comes with the request and sends what it found.
 *
 * It is locked in (confine.c) before it sees the first byte.  What waits to be sent lies in
 * memory that the desk sees too (desk.c), so that nothing is lost when a page ends this
 * process.
 */
#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "../base/report.h"
#include "inside.h"

/* ---- sending ------------------------------------------------------------------------ */

static void write_all(mh_intake__cutter *c, const char *bytes, size_t len)
{
  while (len) {
    const ssize_t n = write(c->results, bytes, len);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) _exit(0); /* nobody is there any more */
    bytes += n;
    len -= (size_t)n;
  }
}

void mh_intake__flush(mh_intake__cutter *c)
{
  const uint32_t n = c->shared->waiting;
  c->shared->waiting = 0;
  write_all(c, c->shared->buffer, n);
}

/* The frame that was put together, behind those that wait. */
static void send_frame(mh_intake__cutter *c)
{
  if (c->frame.status != MH_OK) _exit(1); /* no memory even to say so: the desk will */
  if (c->frame.len > MH_INTAKE__BUFFER - c->shared->waiting) mh_intake__flush(c);
  if (c->frame.len > MH_INTAKE__BUFFER) {
    write_all(c, c->frame.at, c->frame.len);
    mh_out_free(&c->frame);
    return;
  }
  memcpy(c->shared->buffer + c->shared->waiting, c->frame.at, c->frame.len);
  c->shared->waiting += (uint32_t)c->frame.len;
  mh_out_clear(&c->frame);
}

static void send_item(mh_intake__cutter *c, mh_intake__kind kind,
                      const mh_intake_item *item, const mh_article *x)
{
  mh_intake_item sent = *item;
  sent.consumed = c->consumed;
  if (kind == MH_INTAKE__ITEM && (!c->request->bytes || !x))
    sent.bytes = NULL, sent.len = 0;
  mh_intake__put(&c->frame, kind, &sent, x, &c->counts);
  send_frame(c);
}

void mh_intake__send(mh_intake__cutter *c, const mh_intake_item *item,
                     const mh_article *x)
{
  send_item(c, MH_INTAKE__ITEM, item, x);
}

void mh_intake__tell(mh_intake__cutter *c, const mh_intake_item *item, mh_status code,
                     uint64_t at, const char *why)
{
  mh_intake_item told = *item;
  mh_fail(&told.err, code, at, "%s", why);
  send_item(c, MH_INTAKE__ITEM, &told, NULL);
}

/* ---- one report ------------------------------------------------------------------------ */

/* What an entry's fields say is what the feed says. */
static void say_feed(mh_article *x)
{
#define X(name) \
  if (x->from_##name && strcmp(x->from_##name, "field") == 0) x->from_##name = "feed";
  MH_ARTICLE_FOUND(X)
#undef X
}

/* Memory that finding an article may take: of a page, its tree and its text. */
static size_t budget(size_t len)
{
  return len * 64 + ((size_t)8 << 20);
}

static mh_status find(mh_article *x, mh_intake__cutter *c, const mh_intake_item *item,
                      mh_error *err)
{
  const mh_source from = {
      .retrieved = item->retrieved, .url = item->url, .charset = item->charset};
  mh_arena *a = &c->arena;
  switch (item->format) {
  case MH_FORMAT_JSONL: return mh_page_json(x, a, item->bytes, item->len, err);
  case MH_FORMAT_HTML: return mh_page_html(x, a, item->bytes, item->len, &from, err);
  case MH_FORMAT_DOCX: return mh_page_docx(x, a, item->bytes, item->len, err);
  case MH_FORMAT_PDF: return mh_page_pdf_text(x, a, item->bytes, item->len, err);
  default: return mh_page_plain(x, a, item->bytes, item->len, err);
  }
}

void mh_intake__give(mh_intake__cutter *c, const mh_intake_item *item)
{
  mh_article x = {0};
  mh_intake_item told = *item;
  if (item->format == MH_FORMAT_PDF && !c->request->pdf_text) {
    send_item(c, MH_INTAKE__PDF, item, NULL);
    return;
  }
  mh_arena_reset(&c->arena);
  c->arena.budget = budget(item->len);
  c->shared->at = item->offset;
  c->shared->line = item->line ? item->line - 1 : 0;
  c->shared->resumable = item->resumable;
  const mh_status st = find(&x, c, item, &told.err);
  if (c->feed && st == MH_OK) say_feed(&x);
  if (st == MH_OK)
    send_item(c, MH_INTAKE__ITEM, &told, &x);
  else
    send_item(c, MH_INTAKE__ITEM, &told, NULL);
}

/* ---- requests ------------------------------------------------------------------------------ */

typedef union message {
  mh_intake__request request;
  char bytes[sizeof(mh_intake__request) + 2 * (MH_INTAKE__URL_MAX + 1)];
} message;

/* The next request and its file; false when nobody will ask any more. */
static bool receive(message *m, int *fd, int requests)
{
  char control[CMSG_SPACE(sizeof(int))] = {0};
  struct iovec part = {m->bytes, sizeof m->bytes};
  struct msghdr h = {.msg_iov = &part,
                     .msg_iovlen = 1,
                     .msg_control = control,
                     .msg_controllen = sizeof control};
  ssize_t n;
  do n = recvmsg(requests, &h, MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  const struct cmsghdr *with = CMSG_FIRSTHDR(&h);
  if (n < (ssize_t)sizeof m->request || !with || with->cmsg_type != SCM_RIGHTS)
    return false;
  memcpy(fd, CMSG_DATA(with), sizeof *fd);
  return true;
}

static void serve(mh_intake__cutter *c, const message *m, int fd)
{
  const mh_intake__request *r = &m->request;
  const char *strings = m->bytes + sizeof *r;
  const mh_intake_item end = {.format = MH_FORMAT_AUTO};
  c->request = r;
  c->fd = fd;
  c->regular = r->regular;
  c->broken = false;
  c->consumed = r->from;
  c->url = r->url_len ? strings : NULL;
  c->charset = r->charset_len ? strings + (r->url_len ? r->url_len + 1 : 0) : NULL;
  mh_intake__cut(c);
  close(fd);
  send_item(c, MH_INTAKE__END, &end, NULL);
  mh_intake__flush(c);
  c->shared->resumable = 0;
}

_Noreturn void mh_intake__parse(int requests, int results, mh_intake__shared *shared)
{
  static message m;
  mh_intake__cutter c = {.shared = shared, .results = results};
  int fd;
  xmlInitParser();
  shared->locks = mh_intake__confine();
  while (receive(&m, &fd, requests)) serve(&c, &m, fd);
  _exit(0);
}
