/* inside - what the files of fetch share.  No CURL* leaves this room. */
#ifndef MH_FETCH_INSIDE_H
#define MH_FETCH_INSIDE_H

#include <sys/socket.h>

#include "fetch.h"

/* ---- ownnet.c: whose network an address is of ------------------------------------------ */

/* NULL when anybody may be there; else a word for what is ("a loopback address").  Families
 * other than IPv4 and IPv6 are none of ours. */
const char *mh_fetch__own_network(const struct sockaddr *at);
/* The same for an address that is written as numbers; NULL also when it is a name. */
const char *mh_fetch__own_number(const char *host);
/* Is this name one of the own network ("localhost", "x.internal")? */
bool mh_fetch__own_name(const char *host);

/* ---- place.c: addresses ------------------------------------------------------------------ */

/* An address taken apart; all in the arena. */
typedef struct mh_place {
  const char *url;    /* whole, without fragment                            */
  const char *origin; /* "https://host:443"                                 */
  const char *host;   /* small letters, punycode; IPv6 in brackets          */
  const char *path;   /* with the query: "/a?b"                             */
  unsigned port;
  bool secure; /* https                                              */
} mh_place;

/* `text`, relative to `base` (NULL none).  Fails with MH_EUSAGE and a line that names what is
 * wrong, MH_ENOMEM. */
mh_status mh_fetch__place(mh_place *out, mh_arena *a, const char *base, const char *text,
                          mh_error *err);
/* The proxy for a place, NULL none. */
const char *mh_fetch__proxy(const mh_fetch_how *how, const mh_place *place);

/* ---- robots.c: RFC 9309 -------------------------------------------------------------------- */

typedef struct mh_robots_rule {
  const char *path; /* canonical, may hold * and end in $ */
  uint32_t len;
  bool allow;
} mh_robots_rule;

/* What a robots.txt tells us: the rules of our group. */
typedef struct mh_robots {
  mh_robots_rule *at; /* [n] */
  uint32_t n, cap;
  double delay; /* seconds between requests; 0 not told */
} mh_robots;

/* Any bytes give rules; only the first MH_FETCH_ROBOTS_MAX are looked at.  product: ours,
 * small letters.  Fails with MH_ENOMEM. */
mh_status mh_fetch__robots_read(mh_robots *out, mh_arena *a, const char *bytes,
                                size_t len, const char *product);
/* May the path (with query) be asked for?  Time grows with the rules times the path. */
mh_status mh_fetch__robots_allow(bool *out, const mh_robots *r, mh_arena *a,
                                 const char *path);

/* ---- head.c: what stands in the head of an answer ------------------------------------------- */

/* Media type and charset of a Content-Type, small letters; "" where there is none. */
void mh_fetch__content_type(char type[64], char charset[64], const char *value,
                            size_t len);
/* Seconds to wait, from "120" or a date; false when it is neither. */
bool mh_fetch__retry_after(double *out, const char *value, size_t len, int64_t now);
/* One link of a Link field: where it leads, its relations and type; all within value. */
typedef struct mh_head_link {
  mh_span to, rel, type;
} mh_head_link;
/* The next link at *at, which moves on; false at the end.  Ends for any bytes. */
bool mh_fetch__link_next(mh_head_link *out, const char *value, size_t len, size_t *at);
/* Do the relations and the type name a feed? */
bool mh_fetch__is_feed_link(const char *rel, size_t rel_len, const char *type,
                            size_t type_len);

/* ---- hosts.c: what is known of each host ------------------------------------------------------ */

typedef enum mh_robots_state {
  MH_ROBOTS_UNKNOWN,
  MH_ROBOTS_RULES,      /* were had; no rules: all may be asked for   */
  MH_ROBOTS_UNREACHABLE /* nothing may be asked for                   */
} mh_robots_state;

/* One origin; pauses are for all origins of a host together. */
typedef struct mh_origin {
  char *name;     /* "https://host:443"                                 */
  bool by_person; /* somebody wrote it                                  */
  mh_robots_state state;
  double down;  /* nobody answered: not asked before           */
  double used;  /* when something was asked for last                  */
  double until; /* the state holds so long                            */
  mh_robots robots;
  mh_arena rules;   /* holds robots              */
  mh_fetch_end end; /* UNREACHABLE: of which kind */
  mh_error why;     /* UNREACHABLE, down: why     */
} mh_origin;

typedef struct mh_host_clock {
  char *host;
  double next; /* not to be asked before                             */
  double away; /* the server said: not before                        */
} mh_host_clock;

typedef struct mh_hosts {
  mh_origin *origins;
  mh_host_clock *clocks;
  uint32_t n_origins, n_clocks, cap_origins, cap_clocks;
} mh_hosts;

/* The origin of a place, made when it is not there; NULL no memory.  Good until the next. */
mh_origin *mh_fetch__origin(mh_hosts *h, const mh_place *place);
/* The clock of a host, made when it is not there; NULL no memory.  Good until the next. */
mh_host_clock *mh_fetch__clock(mh_hosts *h, const char *host);
void mh_fetch__hosts_free(mh_hosts *h);

/* ---- transfer.c: one request and its answer ------------------------------------------------------ */

typedef struct mh_transfer mh_transfer;

/* What one request gave; strings in the arena, bytes in the transfer until its next. */
typedef struct mh_answer {
  int status;           /* 0: none came                       */
  const char *location; /* of a redirect                      */
  const char *etag, *modified;
  const char *link; /* all Link fields, joined by commas  */
  char type[64], charset[64];
  double retry_after; /* -1 not told                        */
  const char *bytes;
  size_t len;
  bool cut;  /* more was there than was asked for  */
  bool dead; /* nobody answers at that host        */
} mh_answer;

/* What to ask for. */
typedef struct mh_request {
  const mh_place *place;
  const char *etag, *modified; /* NULL none                                    */
  size_t most;                 /* bytes of the answer                          */
  bool may_cut;                /* the first `most` bytes do                    */
} mh_request;

mh_status mh_fetch__transfer_open(mh_transfer **out, const mh_fetch_how *how,
                                  mh_error *err);
void mh_fetch__transfer_free(mh_transfer *t);
/* MH_OK when an answer came, whatever its status; else *end is the kind of failure. */
mh_status mh_fetch__transfer(mh_answer *out, mh_fetch_end *end, mh_transfer *t,
                             mh_arena *a, const mh_request *r, mh_error *err);

#endif
