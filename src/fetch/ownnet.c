/* ownnet - whose network an address is of: public, or one that a stranger's page must not
 * make us ask (this machine, the local network, what a cloud tells its machines).
 *
 * The ranges are those of IANA's special-purpose registries (RFC 6890 and its updates).  Of
 * IPv6 only what is handed out to the world (2000::/3) is public.  Addresses that carry an
 * IPv4 address are what that one is.
 */
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>

#include "inside.h"

typedef struct range {
  uint8_t at[16];
  uint8_t bits;
  const char *what;
} range;

static const char loopback[] = "a loopback address", private_use[] = "a private address",
                  link_local[] = "a link-local address",
                  shared[] = "an address of a provider's inner network",
                  multicast[] = "a multicast address",
                  example[] = "an address for documentation",
                  reserved[] = "a reserved address",
                  metadata[] = "an address of a cloud's own service",
                  nowhere[] = "an address of no machine",
                  this_machine[] = "an address of this machine";

static const range four[] = {{{0}, 8, nowhere},
                             {{10}, 8, private_use},
                             {{100, 64}, 10, shared},
                             {{127}, 8, loopback},
                             {{168, 63, 129, 16}, 32, metadata},
                             {{169, 254, 169, 254}, 32, metadata},
                             {{169, 254}, 16, link_local},
                             {{172, 16}, 12, private_use},
                             {{192, 0, 0}, 24, reserved},
                             {{192, 0, 2}, 24, example},
                             {{192, 88, 99}, 24, reserved},
                             {{192, 168}, 16, private_use},
                             {{198, 18}, 15, reserved},
                             {{198, 51, 100}, 24, example},
                             {{203, 0, 113}, 24, example},
                             {{224}, 4, multicast},
                             {{240}, 4, reserved}};

static const range six[] = {{{0, [15] = 1}, 128, loopback},
                            {{0}, 128, nowhere},
                            {{0xfc}, 7, private_use},
                            {{0xfe, 0x80}, 10, link_local},
                            {{0xfe, 0xc0}, 10, private_use},
                            {{0xff}, 8, multicast},
                            {{0x20, 0x01, 0x0d, 0xb8}, 32, example},
                            {{0x3f, 0xff}, 20, example},
                            {{0x20, 0x01}, 23, reserved}};

/* Where the IPv4 address lies in a range of IPv6 that carries one. */
static const struct {
  uint8_t at[16];
  uint8_t bits, byte;
} carriers[] = {{{[10] = 0xff, [11] = 0xff}, 96, 12}, /* mapped            */
                {{0x00, 0x64, 0xff, 0x9b}, 96, 12},   /* NAT64, RFC 6052   */
                {{0x20, 0x02}, 16, 2}};               /* 6to4, RFC 3056    */

static bool is_in(const uint8_t *at, const uint8_t *start, unsigned bits)
{
  const unsigned whole = bits / 8, rest = bits % 8;
  const uint8_t mask = (uint8_t)(0xff00u >> rest);
  return memcmp(at, start, whole) == 0 &&
         (!rest || ((at[whole] ^ start[whole]) & mask) == 0);
}

static const char *of_four(const uint8_t at[4])
{
  for (size_t i = 0; i < sizeof four / sizeof *four; i++)
    if (is_in(at, four[i].at, four[i].bits)) return four[i].what;
  return NULL;
}

/* RFC 5214: the low half of the address says 0000:5efe or 0200:5efe and an IPv4 address. */
static bool is_isatap(const uint8_t at[16])
{
  return (at[8] & 0xfd) == 0 && at[9] == 0 && at[10] == 0x5e && at[11] == 0xfe;
}

static const char *of_six(const uint8_t at[16])
{
  for (size_t i = 0; i < sizeof carriers / sizeof *carriers; i++)
    if (is_in(at, carriers[i].at, carriers[i].bits))
      return of_four(at + carriers[i].byte);
  for (size_t i = 0; i < sizeof six / sizeof *six; i++)
    if (is_in(at, six[i].at, six[i].bits)) return six[i].what;
  if ((at[0] & 0xe0) != 0x20) return reserved;
  return is_isatap(at) ? of_four(at + 12) : NULL;
}

/* A machine may have a public address and still serve things only to itself. */
static const char *of_this_machine(const struct sockaddr *at)
{
  struct ifaddrs *all = NULL;
  const char *what = NULL;
  if (getifaddrs(&all) != 0) return NULL;
  for (const struct ifaddrs *i = all; i && !what; i = i->ifa_next) {
    if (!i->ifa_addr || i->ifa_addr->sa_family != at->sa_family) continue;
    const bool same =
        at->sa_family == AF_INET
            ? memcmp(&((const struct sockaddr_in *)(const void *)i->ifa_addr)->sin_addr,
                     &((const struct sockaddr_in *)(const void *)at)->sin_addr, 4) == 0
            : memcmp(&((const struct sockaddr_in6 *)(const void *)i->ifa_addr)->sin6_addr,
                     &((const struct sockaddr_in6 *)(const void *)at)->sin6_addr,
                     16) == 0;
    if (same) what = this_machine;
  }
  freeifaddrs(all);
  return what;
}

const char *mh_fetch__own_network(const struct sockaddr *at)
{
  const char *what = "not an address of the internet";
  uint8_t bytes[16];
  if (at->sa_family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)(const void *)at)->sin_addr, 4);
    what = of_four(bytes);
  } else if (at->sa_family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)(const void *)at)->sin6_addr, 16);
    what = of_six(bytes);
  } else {
    return what;
  }
  return what ? what : of_this_machine(at);
}

/* "[fe80::1%25eth0]" -> "fe80::1": brackets and the zone come off. */
static bool bare(char out[64], const char *host)
{
  size_t n = 0;
  if (*host == '[') host++;
  while (host[n] && host[n] != ']' && host[n] != '%') n++;
  if (n >= 64) return false;
  memcpy(out, host, n);
  out[n] = '\0';
  return true;
}

const char *mh_fetch__own_number(const char *host)
{
  struct sockaddr_in v4 = {.sin_family = AF_INET};
  struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
  char number[64];
  if (!bare(number, host)) return NULL;
  if (inet_pton(AF_INET, number, &v4.sin_addr) == 1)
    return mh_fetch__own_network((const struct sockaddr *)(const void *)&v4);
  if (inet_pton(AF_INET6, number, &v6.sin6_addr) == 1)
    return mh_fetch__own_network((const struct sockaddr *)(const void *)&v6);
  return NULL;
}

/* Names that RFC 6761, RFC 6762, RFC 8375 and custom keep for the inside. */
bool mh_fetch__own_name(const char *host)
{
  static const char *const ends[] = {"localhost", "local",       "internal", "intranet",
                                     "home.arpa", "localdomain", "lan",      "corp",
                                     "home",      "private"};
  size_t n = strlen(host);
  if (n && host[n - 1] == '.') n--;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    const size_t m = strlen(ends[i]);
    if (n >= m && strncmp(host + n - m, ends[i], m) == 0 &&
        (n == m || host[n - m - 1] == '.'))
      return true;
  }
  return false;
}
