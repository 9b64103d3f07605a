/* libcurl - the calls of libcurl that this room makes, behind pointers.
 *
 * libcurl brings some twenty libraries along, and few runs ask for an address: it is loaded
 * when the first one does.  Every other command begins without it (and so does every program
 * that embeds the library).
 */
#ifndef MH_FETCH_LIBCURL_H
#define MH_FETCH_LIBCURL_H

#include <curl/curl.h>

#include "../base/base.h"

/* name: as libcurl has it, without "curl_" */
#define MH_LIBCURL_CALLS(CALL) \
  CALL(easy_cleanup)           \
  CALL(easy_getinfo)           \
  CALL(easy_header)            \
  CALL(easy_init)              \
  CALL(easy_perform)           \
  CALL(easy_setopt)            \
  CALL(easy_strerror)          \
  CALL(free)                   \
  CALL(getdate)                \
  CALL(global_cleanup)         \
  CALL(global_init)            \
  CALL(slist_append)           \
  CALL(slist_free_all)         \
  CALL(url)                    \
  CALL(url_cleanup)            \
  CALL(url_get)                \
  CALL(url_set)

typedef struct mh_libcurl {
#define CALL(name) __typeof__(&curl_##name) name;
  MH_LIBCURL_CALLS(CALL)
#undef CALL
} mh_libcurl;

/* Loaded by the first who asks, for good; any thread.  NULL when it is not there: err (may be
 * NULL) says why, as MH_EIO. */
const mh_libcurl *mh_fetch__libcurl(mh_error *err);

#endif
