/* fail - how a failure is told: the status, a byte, one English line. */
#include <stdio.h>

#include "base.h"

/* A line that had to be cut is cut between code points. */
static void trim_cut_point(char *text, size_t len)
{
  size_t at = len;
  while (at > 0 && ((unsigned char)text[at - 1] & 0xc0) == 0x80) at--;
  if (at == 0 || (unsigned char)text[at - 1] < 0xc0) return;
  const unsigned char lead = (unsigned char)text[at - 1];
  const size_t needs = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (len - (at - 1) < needs) text[at - 1] = '\0';
}

mh_status mh_fail(mh_error *err, mh_status code, uint64_t at, const char *fmt, ...)
{
  if (!err) return code;
  err->code = code;
  err->at = at;
  err->line = 0;
  va_list args;
  va_start(args, fmt);
  const int len = vsnprintf(err->text, sizeof err->text, fmt, args);
  va_end(args);
  if (len < 0) err->text[0] = '\0';
  if (len >= (int)sizeof err->text) trim_cut_point(err->text, sizeof err->text - 1);
  return code;
}

const char *mh_status_text(mh_status s)
{
  switch (s) {
  case MH_OK: return "ok";
  case MH_ENOMEM: return "out of memory";
  case MH_EEMPTY: return "nothing to read";
  case MH_EENCODING: return "bad encoding";
  case MH_EFORMAT: return "bad format";
  case MH_ELIMIT: return "over a limit";
  case MH_ENOINPUT: return "no such file";
  case MH_EIO: return "input or output error";
  case MH_ESTORE: return "not a store";
  case MH_EBUSY: return "busy";
  case MH_ENOTFOUND: return "not found";
  case MH_EUSAGE: return "bad argument";
  }
  return "unknown status";
}

const char *mh_version(void)
{
  return MH_VERSION;
}
