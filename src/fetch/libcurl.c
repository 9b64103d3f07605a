/* libcurl - loads libcurl, once. */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "libcurl.h"

static const char library[] = "libcurl.so.4";

static struct {
  mh_libcurl calls;
  bool there;
  char why[200];
} loaded;

/* A pointer to data made one to a function, the way POSIX has it. */
static bool find(void *from, const char *name, void *call)
{
  void *at = dlsym(from, name);
  memcpy(call, &at, sizeof at);
  return at;
}

static void load(void)
{
  void *from = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  loaded.there = from;
#define CALL(name) \
  loaded.there = loaded.there && find(from, "curl_" #name, &loaded.calls.name);
  MH_LIBCURL_CALLS(CALL)
#undef CALL
  const char *why = loaded.there ? "" : dlerror();
  snprintf(loaded.why, sizeof loaded.why, "%s", why ? why : library);
}

const mh_libcurl *mh_fetch__libcurl(mh_error *err)
{
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  if (loaded.there) return &loaded.calls;
  mh_fail(err, MH_EIO, 0, "addresses cannot be asked for without libcurl: %s",
          loaded.why);
  return NULL;
}
