/* digest - the name of a text by its content. */
#include <sodium.h>

#include "base.h"

void mh_sha256_text(char out[72], const void *bytes, size_t len)
{
  static const char digits[] = "0123456789abcdef";
  static const unsigned char nothing[1] = {0};
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, len ? bytes : nothing, len);
  memcpy(out, "sha256:", 7);
  for (size_t i = 0; i < sizeof hash; i++) {
    out[7 + 2 * i] = digits[hash[i] >> 4];
    out[8 + 2 * i] = digits[hash[i] & 15];
  }
  out[7 + 2 * sizeof hash] = '\0';
}
