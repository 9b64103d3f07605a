/* change - the words for what became of a position. */
#include "register.h"

const char *mh_change_id(mh_change c)
{
  switch (c) {
  case MH_REAFFIRMED: return "reaffirmed";
  case MH_ADVANCED: return "advanced";
  case MH_NEW: return "new";
  case MH_NOT_REPEATED: return "not-repeated";
  }
  return "";
}
