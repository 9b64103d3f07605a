/* The guard of the own network, address by address: the first and the last of each range are
 * refused, their neighbours outside are not; and what is an address at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <arpa/inet.h>
#include <netinet/in.h>

#include "src/fetch/inside.h"

static const char *const refused[] = {
    "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0",
    "100.127.255.255", "100.100.100.200", "127.0.0.1", "127.255.255.255", "169.254.0.0",
    "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255", "168.63.129.16",
    "192.0.0.0", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.0",
    "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.255",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    /* IPv6 */
    "::", "::1", "::2", "::127.0.0.1", "::8.8.8.8", "fc00::1", "fdff:ffff::1",
    "fd00:ec2::254", "fe80::1", "febf::1", "fec0::1", "ff02::1", "2001:db8::1", "3fff::1",
    "3fff:fff::1", "2001::1", "2001:1ff:ffff::1", "100::1", "5f00::1",
    "64:ff9b:1::808:808", "::ffff:0:8.8.8.8", "4000::1",
    /* an IPv4 address of the own network in other clothes */
    "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254", "64:ff9b::127.0.0.1",
    "64:ff9b::192.168.1.1", "2002:7f00:1::", "2002:c0a8:101::1",
    "2002:a9fe:a9fe::", "2600::5efe:10.0.0.1", "2600::200:5efe:192.168.0.1"};

static const char *const fine[] = {
    "1.0.0.0",        "9.255.255.255",    "11.0.0.0",        "100.63.255.255",
    "100.128.0.0",    "126.0.0.1",        "128.0.0.1",       "169.253.1.1",
    "169.255.0.1",    "172.15.255.255",   "172.32.0.0",      "192.0.1.1",
    "192.167.255.1",  "192.169.0.1",      "198.17.255.255",  "198.20.0.0",
    "198.51.101.1",   "203.0.114.1",      "223.255.255.255", "8.8.8.8",
    "168.63.129.17",  "2606:4700::1111",  "2a00:1450::1",    "2001:200::1",
    "2001:db7::1",    "2001:db9::1",      "2400::1",         "3ffe::1",
    "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2600::5efe:8.8.8.8"};

static const char *look(const char *number)
{
  struct sockaddr_in v4 = {.sin_family = AF_INET};
  struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
  if (inet_pton(AF_INET, number, &v4.sin_addr) == 1)
    return mh_fetch__own_network((const struct sockaddr *)(const void *)&v4);
  assert_int_equal(inet_pton(AF_INET6, number, &v6.sin6_addr), 1);
  return mh_fetch__own_network((const struct sockaddr *)(const void *)&v6);
}

static void test_fetch_guard__refuses_the_own_network(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
    if (!look(refused[i])) fail_msg("%s is let through", refused[i]);
}

static void test_fetch_guard__lets_the_world_through(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
    if (look(fine[i])) fail_msg("%s is refused: %s", fine[i], look(fine[i]));
}

static void test_fetch_guard__refuses_other_families(void **state)
{
  (void)state;
  struct sockaddr un = {.sa_family = AF_UNIX};
  assert_non_null(mh_fetch__own_network(&un));
}

static void test_fetch_guard__knows_numbers_and_names(void **state)
{
  (void)state;
  assert_non_null(mh_fetch__own_number("127.0.0.1"));
  assert_non_null(mh_fetch__own_number("[::1]"));
  assert_non_null(mh_fetch__own_number("[fe80::1%25eth0]"));
  assert_null(mh_fetch__own_number("8.8.8.8"));
  assert_null(mh_fetch__own_number("news.example"));
  assert_true(mh_fetch__own_name("localhost"));
  assert_true(mh_fetch__own_name("a.localhost."));
  assert_true(mh_fetch__own_name("metadata.google.internal"));
  assert_true(mh_fetch__own_name("nas.lan"));
  assert_false(mh_fetch__own_name("notlocalhost"));
  assert_false(mh_fetch__own_name("local.example"));
}

/* ---- addresses ------------------------------------------------------------------------- */

typedef struct spelled {
  const char *text, *url, *origin, *path;
} spelled;

static const spelled good[] = {
    {"http://News.Example", "http://news.example/", "http://news.example:80", "/"},
    {" https://a.example/b?c=d#e \n", "https://a.example/b?c=d", "https://a.example:443",
     "/b?c=d"},
    {"https://a.example:8443/x", "https://a.example:8443/x", "https://a.example:8443",
     "/x"},
    {"http://a.example/a/../b/./c", "http://a.example/b/c", "http://a.example:80",
     "/b/c"},
    {"http://a.example/%D9%83 x", "http://a.example/%D9%83%20x", "http://a.example:80",
     "/%D9%83%20x"},
    {"http://a.example/\xD9\x83", "http://a.example/%d9%83", "http://a.example:80",
     "/%d9%83"},
    {"HTTP://a.example:80/", "http://a.example:80/", "http://a.example:80", "/"},
    {"http://2130706433/", "http://127.0.0.1/", "http://127.0.0.1:80", "/"},
    {"http://0x7f.1/", "http://127.0.0.1/", "http://127.0.0.1:80", "/"},
    {"http://\xD9\x83.example/", "http://xn--fhb.example/", "http://xn--fhb.example:80",
     "/"},
    {"http://[::1]/", "http://[::1]/", "http://[::1]:80", "/"}};

static const char *const bad[] = {"",
                                  "   ",
                                  "file:///etc/passwd",
                                  "ftp://a.example/",
                                  "gopher://a.example/",
                                  "javascript:alert(1)",
                                  "news.example",
                                  "/etc/passwd",
                                  "http://",
                                  "http://user@a.example/",
                                  "http://user:pw@a.example/",
                                  "http://a.example/\r\nHost: b",
                                  "http://a.example:99999/",
                                  "http://a b.example/",
                                  "http://\xff/",
                                  "http://\xD9\x83\xE2\x80\x8D.example/"};

static void test_fetch_guard__reads_addresses(void **state)
{
  (void)state;
  mh_arena a = {0};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    mh_place p;
    mh_error err = {0};
    if (mh_fetch__place(&p, &a, NULL, good[i].text, &err) != MH_OK)
      fail_msg("%s: %s", good[i].text, err.text);
    assert_string_equal(p.origin, good[i].origin);
    if (strcasecmp(p.url, good[i].url) != 0) fail_msg("%s, not %s", p.url, good[i].url);
    if (strcasecmp(p.path, good[i].path) != 0)
      fail_msg("%s, not %s", p.path, good[i].path);
  }
  mh_arena_free(&a);
}

static void test_fetch_guard__refuses_what_is_no_address(void **state)
{
  (void)state;
  mh_arena a = {0};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    mh_place p;
    mh_error err = {0};
    if (mh_fetch__place(&p, &a, NULL, bad[i], &err) != MH_EUSAGE)
      fail_msg("%s is taken as %s", bad[i], p.url ? p.url : "nothing");
    assert_true(err.text[0] != '\0');
  }
  mh_arena_free(&a);
}

static void test_fetch_guard__joins_links(void **state)
{
  static const char base[] = "https://a.example/news/index.html?x=1";
  static const char *const pairs[][2] = {
      {"b.html", "https://a.example/news/b.html"},
      {"/b", "https://a.example/b"},
      {"?y=2", "https://a.example/news/index.html?y=2"},
      {"//b.example/c", "https://b.example/c"},
      {"http://b.example/", "http://b.example/"}};
  (void)state;
  mh_arena a = {0};
  const char *out;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    assert_int_equal(mh_fetch_join(&out, &a, base, pairs[i][0], NULL), MH_OK);
    assert_string_equal(out, pairs[i][1]);
  }
  assert_int_equal(mh_fetch_join(&out, &a, base, "file:///etc/passwd", NULL), MH_EUSAGE);
  assert_int_equal(mh_fetch_join(&out, &a, base, "mailto:a@b.example", NULL), MH_EUSAGE);
  mh_arena_free(&a);
}

static void test_fetch_guard__chooses_proxies(void **state)
{
  (void)state;
  const mh_fetch_how how = {.http_proxy = "http://p:3128",
                            .no_proxy = "b.example, .c.example"};
  const mh_place a = {.host = "a.example"}, b = {.host = "x.b.example"},
                 c = {.host = "c.example"}, near = {.host = "xb.example"},
                 s = {.host = "a.example", .secure = true};
  assert_string_equal(mh_fetch__proxy(&how, &a), "http://p:3128");
  assert_null(mh_fetch__proxy(&how, &b));
  assert_null(mh_fetch__proxy(&how, &c));
  assert_non_null(mh_fetch__proxy(&how, &near));
  assert_null(mh_fetch__proxy(&how, &s));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fetch_guard__refuses_the_own_network),
      cmocka_unit_test(test_fetch_guard__lets_the_world_through),
      cmocka_unit_test(test_fetch_guard__refuses_other_families),
      cmocka_unit_test(test_fetch_guard__knows_numbers_and_names),
      cmocka_unit_test(test_fetch_guard__reads_addresses),
      cmocka_unit_test(test_fetch_guard__refuses_what_is_no_address),
      cmocka_unit_test(test_fetch_guard__joins_links),
      cmocka_unit_test(test_fetch_guard__chooses_proxies)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
