/* fetch - what stands at an http or https address, asked for politely.
 *
 * The one room that speaks with the network.  It obeys robots.txt (RFC 9309), asks a host one
 * thing at a time with a pause in between, asks only for what has changed when it is told what
 * was there, takes no more than it must (bytes, time, redirects), keeps no cookies, checks
 * certificates, and never connects into the own network unless it is told to: the address that
 * a socket is about to be connected to is looked at, so that no name can lead there.
 *
 * Reads nothing of what comes but robots.txt and the head of an answer; what it brings is for
 * the intake room.
 */
#ifndef MH_FETCH_H
#define MH_FETCH_H

#include "../base/base.h"

/* What the program calls itself to servers; robots.txt may name it. */
#define MH_FETCH_PRODUCT "mahdar"

/* Longest address, in bytes. */
#define MH_FETCH_URL_MAX 8192
/* Most bytes of an answer, unpacked; as page.h has it. */
#define MH_FETCH_MAX ((size_t)16 << 20)
/* Most redirects that are followed. */
#define MH_FETCH_HOPS 5
/* Most of a robots.txt that is read, in bytes. */
#define MH_FETCH_ROBOTS_MAX ((size_t)500 << 10)
/* Longest pause between two requests that a robots.txt can ask for, in seconds. */
#define MH_FETCH_DELAY_MAX 30.0
/* Longest time for which a server can send us away, in seconds: a day. */
#define MH_FETCH_AWAY_MAX 86400.0

/* How a session asks.  Zero-initialise; every field may stay so.  Borrowed for the session. */
typedef struct mh_fetch_how {
  const char *contact; /* where the one who runs this can be reached (an address, a mail);
                          stands in User-Agent                                          */
  bool allow_private; /* also into the own network                                      */
  const char
      *ca_file; /* authorities to trust instead of the system's (PEM); NULL none  */
  /* Proxies to go through, as curl's variables of these names have them; NULL none. */
  const char *http_proxy, *https_proxy, *no_proxy;
  double pause;    /* least seconds between two requests to a host; 0: 1, < 0: none  */
  double patience; /* how long a server's "later" (Retry-After) is waited for, at most;
                          0: 60 s, < 0: not at all                                       */
  double
      connect_time;  /* seconds, 0: 15                                                 */
  double whole_time; /* of one answer, seconds, 0: 60                                  */
  double slow_time;  /* seconds of less than 100 bytes each that end it; 0: 20         */
  size_t most;       /* bytes of an answer; 0: MH_FETCH_MAX                            */
  /* Asked again and again while something is on its way or waited for: false ends it.
   * NULL: never. */
  bool (*go_on)(void *user);
  /* Seconds that never go back, and sleeping (false: stop); NULL: the system's. */
  double (*clock)(void *user);
  bool (*sleep)(void *user, double seconds);
  void *user;
} mh_fetch_how;

/* How a request came out. */
typedef enum mh_fetch_end {
  MH_FETCH_CAME,      /* bytes are there                                             */
  MH_FETCH_UNCHANGED, /* as it was when the validators were given                    */
  MH_FETCH_GONE,      /* there is nothing there (404, 410)                           */
  MH_FETCH_REFUSED,   /* robots.txt, the own network, a scheme, a port; asking again is
                         of no use                                                   */
  MH_FETCH_LATER,     /* the server asked to come again after retry_after            */
  MH_FETCH_TOO_MUCH,  /* more than a limit allows                                    */
  MH_FETCH_FAILED,    /* the network, the server, a certificate: may be better later */
  MH_FETCH_STOPPED    /* go_on or sleep said so                                      */
} mh_fetch_end;

/* A request. */
typedef struct mh_fetch_wish {
  const char *url;
  bool by_person;       /* somebody wrote this address: its port may be any; else only 80,
                           443 and what somebody wrote for that host before             */
  const char *etag;     /* validators of what is known already; NULL none               */
  const char *modified; /* as the server sent it                                        */
} mh_fetch_wish;

/* An answer.  Borrowed from the session until its next call.  NULL: not told. */
typedef struct mh_fetched {
  mh_fetch_end end;
  int status;            /* of HTTP; 0 no answer                                        */
  const char *url;       /* where it was in the end, never NULL                         */
  bool moved;            /* every redirect on the way there was a permanent one         */
  const char *type;      /* media type, small letters ("text/html")                     */
  const char *charset;   /* of the Content-Type                                         */
  const char *retrieved; /* when, UTC: "2026-11-22T09:42:04Z"                           */
  const char *etag;      /* validators for the next time                                */
  const char *modified;  /* as the server sent it                                       */
  double retry_after;    /* seconds until the host may be asked again; 0 not told       */
  const char *const
      *feeds; /* [n_feeds] addresses of feeds that the head names (Link)     */
  uint32_t n_feeds;
  const char
      *bytes; /* [len], content encodings undone                                  */
  size_t len;
} mh_fetched;

/* A session keeps connections, each host's robots.txt and clock.  For one thread. */
typedef struct mh_fetch mh_fetch;

/* Fails with MH_ENOMEM, or MH_EUSAGE (the authorities' file). */
mh_status mh_fetch_open(mh_fetch **out, const mh_fetch_how *how, mh_error *err);
void mh_fetch_close(mh_fetch *f);

/* Ask for one address: waits until its host may be asked, asks for its robots.txt where it is
 * not known, follows redirects.  MH_OK with end CAME or UNCHANGED.  Otherwise out has all that
 * is known, its `end` says of which kind the failure is, err has one line for people, and it
 * fails with MH_EUSAGE (no such address may be asked for), MH_ENOINPUT (gone, no such host),
 * MH_ELIMIT (too much), MH_EIO (all else; also stopped) or MH_ENOMEM. */
mh_status mh_fetch_get(mh_fetched *out, mh_fetch *f, const mh_fetch_wish *wish,
                       mh_error *err);

/* Somebody wrote this address: what it leads to may have its port. */
void mh_fetch_trust(mh_fetch *f, const char *url);

/* Seconds until the host of an address may be asked; 0: now. */
double mh_fetch_wait(mh_fetch *f, const char *url);

/* Does this look like an address ("http://...", "https://..."), not like a file? */
bool mh_fetch_is_address(const char *text);

/* `link` as it stands in what came from `base`, as a whole address without fragment, in the
 * arena.  Fails with MH_EUSAGE (no address of http or https), MH_ENOMEM. */
mh_status mh_fetch_join(const char **out, mh_arena *a, const char *base, const char *link,
                        mh_error *err);

#endif
