/* digest - the name of a text by its content: SHA-256 (FIPS 180-4).
 *
 * Each report that is read is named so.  libcrypto takes the processor's own instructions
 * where it has them.
 */
#include <openssl/sha.h>

#include "base.h"

void mh_sha256_text(char out[72], const void *bytes, size_t len)
{
  static const char digits[] = "0123456789abcdef";
  static const unsigned char nothing[1] = {0};
  unsigned char hash[SHA256_DIGEST_LENGTH];
  SHA256(len ? bytes : nothing, len, hash);
  memcpy(out, "sha256:", 7);
  for (size_t i = 0; i < sizeof hash; i++) {
    out[7 + 2 * i] = digits[hash[i] >> 4];
    out[8 + 2 * i] = digits[hash[i] & 15];
  }
  out[7 + 2 * sizeof hash] = '\0';
}
