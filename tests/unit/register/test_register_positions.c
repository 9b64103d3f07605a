/* Positions of a round, and two rounds side by side.  The sentences are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/register/register.h"

static mh_arena arena;
static const mh_names nobody = {NULL, 0};

static int setup(void **state)
{
  (void)state;
  mh_arena_init(&arena, 0);
  return 0;
}

static int teardown(void **state)
{
  (void)state;
  mh_arena_free(&arena);
  return 0;
}

static mh_act act(const char *id)
{
  for (size_t i = 0; i < mh_act_count(); i++)
    if (strcmp(mh_act_id((mh_act)i), id) == 0) return (mh_act)i;
  fail();
  return -1;
}

static const char *const both[] = {"JOR", "NOR"};
static const char *const one[] = {"NOR"};
static const char *const water[] = {"food-water"};
static const char *const health[] = {"health"};
static const char *const yemen[] = {"country:YEM", "humanitarian-aid"};
static const char *const many[] = {"health", "education", "food-water", "energy"};

#define SAID(r, at, a, who, t, text)                                                    \
  {                                                                                     \
    .report = (r), .statement = "s1", .published = (r), .start = (at), .end = (at) + 1, \
    .act = act(a), .speakers = (who), .n_speakers = sizeof(who) / sizeof *(who),        \
    .topics = (t), .n_topics = sizeof(t) / sizeof *(t), .quote = (text)                 \
  }
#define LEN(x) ((uint32_t)(sizeof(x) / sizeof *(x)))

enum { MOST = 32 };

static mh_positions positions(const mh_evidence *e, uint32_t n)
{
  const mh_evidence *p[MOST];
  mh_positions out;
  for (uint32_t i = 0; i < n; i++) p[i] = &e[i];
  assert_int_equal(mh_register_positions(&out, &arena, p, n, &nobody), MH_OK);
  return out;
}

static mh_comparison compare(const mh_evidence *x, uint32_t n, const mh_evidence *y,
                             uint32_t m)
{
  const mh_evidence *p[MOST], *q[MOST];
  mh_comparison out = {0};
  for (uint32_t i = 0; i < n; i++) p[i] = &x[i];
  for (uint32_t i = 0; i < m; i++) q[i] = &y[i];
  assert_int_equal(mh_register_compare(&out, &arena, p, n, q, m, &nobody), MH_OK);
  return out;
}

static void test_register_positions__joins_lead_and_body(void **state)
{
  (void)state;
  const mh_evidence e[] = {
      SAID("2023-05-02", 5, "affirm", both, water,
           "ضرورة صيانة سدود الوادي قبل موسم الأمطار"),
      SAID("2023-05-02", 9, "affirm", both, water,
           "صيانة السدود في الوادي قبل موسم الأمطار المقبل"),
      SAID("2023-05-03", 2, "call", both, water, "صيانة سدود الوادي قبل موسم الأمطار"),
      SAID("2023-05-02", 12, "plan", both, water, "إنشاء مختبر مشترك لفحص مياه الآبار")};
  const mh_positions p = positions(e, LEN(e));
  assert_int_equal(p.n, 2);
  assert_int_equal(p.at[0].n_later, 3);
  assert_ptr_equal(p.at[0].later[0], &e[0]);
  assert_ptr_equal(p.at[0].later[2], &e[2]);
  assert_int_equal(p.at[1].n_later, 1);
}

static void test_register_positions__keeps_sides_and_stances_apart(void **state)
{
  (void)state;
  static const char *const other[] = {"JOR"};
  const mh_evidence e[] = {SAID("2023-05-02", 1, "oppose", both, water,
                                "تحويل مجرى النهر نحو المزارع الشمالية"),
                           SAID("2023-05-02", 2, "support", both, water,
                                "تحويل مجرى النهر نحو المزارع الشمالية"),
                           SAID("2023-05-02", 3, "affirm", one, health,
                                "تدريب الممرضات في المستشفيات الريفية"),
                           SAID("2023-05-02", 4, "affirm", other, health,
                                "تدريب الممرضات في المستشفيات الريفية")};
  assert_int_equal(positions(e, LEN(e)).n, 4);
}

static void test_register_positions__every_topic_is_a_file(void **state)
{
  (void)state;
  const mh_evidence e[] = {
      SAID("2023-05-02", 1, "meet", both, many, "جلسة عن أربعة ملفات"),
      {.report = "2023-05-02",
       .statement = "s2",
       .start = 3,
       .act = act("state"),
       .speakers = both,
       .n_speakers = 2,
       .quote = "كلمة عامة"}};
  const mh_positions p = positions(e, LEN(e));
  assert_int_equal(p.n, 5);
  assert_string_equal(p.at[4].topic, "other");
}

static void test_register_positions__order_is_nothing(void **state)
{
  (void)state;
  mh_evidence e[] = {
      SAID("2023-05-02", 5, "affirm", both, water,
           "ضرورة صيانة سدود الوادي قبل موسم الأمطار"),
      SAID("2023-05-03", 2, "call", both, water, "صيانة سدود الوادي قبل موسم الأمطار"),
      SAID("2023-05-03", 7, "plan", both, many,
           "زيادة المنح في التعليم والصحة والمياه والطاقة"),
      SAID("2023-05-02", 12, "plan", both, water, "إنشاء مختبر مشترك لفحص مياه الآبار")};
  const mh_positions p = positions(e, LEN(e));
  mh_evidence back[LEN(e)];
  for (uint32_t i = 0; i < LEN(e); i++) back[i] = e[LEN(e) - 1 - i];
  const mh_positions q = positions(back, LEN(e));
  assert_int_equal(p.n, q.n);
  for (uint32_t i = 0; i < p.n; i++) {
    assert_string_equal(p.at[i].topic, q.at[i].topic);
    assert_int_equal(p.at[i].n_later, q.at[i].n_later);
    for (uint32_t k = 0; k < p.at[i].n_later; k++)
      assert_string_equal(p.at[i].later[k]->quote, q.at[i].later[k]->quote);
  }
}

static void test_register_compare__files_and_pairs(void **state)
{
  (void)state;
  const mh_evidence x[] = {
      SAID("2021-03-01", 1, "plan", both, water,
           "بناء محطة لتحلية مياه البحر قرب الميناء"),
      SAID("2021-03-01", 2, "call", both, water, "خفض تعرفة الري للمزارعين الصغار"),
      SAID("2021-03-01", 3, "affirm", both, yemen, "إيصال القمح إلى القرى الجبلية")};
  const mh_evidence y[] = {
      SAID("2023-05-02", 1, "sign", both, water, "عقد محطة التحلية قرب ميناء الجنوب"),
      SAID("2023-05-02", 2, "praise", both, water, "تقديرهما لعمل اللجنة الفنية للأنهار"),
      SAID("2023-05-02", 3, "meet", both, many,
           "اجتماع عن الصحة والتعليم والمياه والطاقة")};
  const mh_comparison c = compare(x, LEN(x), y, LEN(y));
  static const struct {
    const char *topic;
    mh_change status;
  } files[] = {{"energy", MH_NEW},
               {"food-water", MH_REAFFIRMED},
               {"humanitarian-aid", MH_NOT_REPEATED},
               {"health", MH_NEW},
               {"education", MH_NEW},
               {"country:YEM", MH_NOT_REPEATED}};
  assert_int_equal(c.n_files, LEN(files));
  for (uint32_t i = 0; i < LEN(files); i++) {
    assert_string_equal(c.files[i].topic, files[i].topic);
    assert_int_equal(c.files[i].status, files[i].status);
  }
  uint32_t paired = 0;
  for (uint32_t i = 0; i < c.n_positions; i++) {
    const mh_position *p = &c.positions[i];
    if (!p->n_earlier || !p->n_later) continue;
    paired++;
    assert_ptr_equal(p->earlier[0], &x[0]);
    assert_ptr_equal(p->later[0], &y[0]);
    assert_int_equal(p->status, MH_ADVANCED);
    assert_string_equal(p->gone[0], "بناء");
    assert_string_equal(p->added[0], "عقد");
  }
  assert_int_equal(paired, 1);
}

static void test_register_compare__a_sentence_before_a_list(void **state)
{
  (void)state;
  const mh_evidence x[] = {
      SAID("2021-03-01", 1, "plan", both, health, "تعزيز الصحة المدرسية في القرى")};
  const mh_evidence y[] = {SAID("2023-05-02", 1, "discuss", both, many,
                                "الصحة المدرسية والتعليم والمياه والطاقة"),
                           SAID("2023-05-02", 2, "affirm", both, health,
                                "توسيع برامج الصحة المدرسية في البادية")};
  const mh_comparison c = compare(x, LEN(x), y, LEN(y));
  for (uint32_t i = 0; i < c.n_positions; i++)
    if (c.positions[i].n_earlier) assert_ptr_equal(c.positions[i].later[0], &y[1]);
}

static void test_register_compare__a_country_meets_its_adjective(void **state)
{
  (void)state;
  const mh_evidence x[] = {
      SAID("2021-03-01", 1, "affirm", both, yemen, "وصول الدواء لليمنيين"),
      SAID("2021-03-01", 2, "affirm", both, yemen, "فتح مطار العاصمة")};
  const mh_evidence y[] = {
      SAID("2023-05-02", 1, "affirm", both, yemen, "حاجة اليمن إلى أدوية ودواء"),
      SAID("2023-05-02", 2, "affirm", both, yemen, "مطارات جديدة")};
  const mh_comparison c = compare(x, LEN(x), y, LEN(y));
  for (uint32_t i = 0; i < c.n_positions; i++)
    if (c.positions[i].n_later && c.positions[i].later[0] == &y[0])
      assert_ptr_equal(c.positions[i].earlier[0], &x[0]);
}

static void test_register_compare__empty_rounds(void **state)
{
  (void)state;
  const mh_evidence y[] = {SAID("2023-05-02", 1, "affirm", both, health, "«…»")};
  assert_int_equal(compare(NULL, 0, NULL, 0).n_files, 0);
  const mh_comparison c = compare(NULL, 0, y, 1);
  assert_int_equal(c.n_positions, 1);
  assert_int_equal(c.positions[0].status, MH_NEW);
  assert_int_equal(compare(y, 1, NULL, 0).positions[0].status, MH_NOT_REPEATED);
}

static void test_register_compare__survives_want_of_memory(void **state)
{
  (void)state;
  const mh_evidence x[] = {SAID("2021-03-01", 1, "plan", both, water,
                                "بناء محطة لتحلية مياه البحر قرب الميناء"),
                           SAID("2021-03-01", 2, "plan", both, many, "منح للتعليم")};
  const mh_evidence *p[] = {&x[0], &x[1]};
  for (uint64_t at = 1; at < 10000; at++) {
    mh_arena a = {0};
    mh_comparison c = {0};
    a.fail_at = at;
    const mh_status st = mh_register_compare(&c, &a, p, 2, p, 2, &nobody);
    mh_arena_free(&a);
    if (st == MH_OK) return;
    assert_int_equal(st, MH_ENOMEM);
  }
  fail();
}

/* A thousand outlets print one sentence: one position, at once. */
static void test_register_positions__many_copies_are_cheap(void **state)
{
  (void)state;
  enum { COPIES = 20000 };
  const mh_evidence e = SAID("2023-05-02", 5, "affirm", both, water,
                             "ضرورة صيانة سدود الوادي قبل موسم الأمطار");
  mh_evidence *all = mh_arena_take(&arena, COPIES * sizeof *all);
  const mh_evidence **p = mh_arena_take(&arena, COPIES * sizeof *p);
  for (uint32_t i = 0; i < COPIES; i++) {
    all[i] = e;
    all[i].start = i;
    p[i] = &all[i];
  }
  mh_positions out;
  assert_int_equal(mh_register_positions(&out, &arena, p, COPIES, &nobody), MH_OK);
  assert_int_equal(out.n, 1);
  assert_int_equal(out.at[0].n_later, COPIES);
}

static void test_register_concerns__parties_speak_or_are_spoken_of(void **state)
{
  (void)state;
  static const char *const about[] = {"JOR"};
  static const char *const un[] = {"UN"};
  mh_evidence e = SAID("2023-05-02", 5, "affirm", one, water, "");
  assert_true(mh_register_concerns(&e, both, 2));
  e.speakers = un;
  assert_false(mh_register_concerns(&e, both, 2));
  e.about = about;
  e.n_about = 1;
  assert_true(mh_register_concerns(&e, both, 2));
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
  const struct CMUnitTest tests[] = {
      T(test_register_positions__joins_lead_and_body),
      T(test_register_positions__keeps_sides_and_stances_apart),
      T(test_register_positions__every_topic_is_a_file),
      T(test_register_positions__order_is_nothing),
      T(test_register_positions__many_copies_are_cheap),
      T(test_register_compare__files_and_pairs),
      T(test_register_compare__a_sentence_before_a_list),
      T(test_register_compare__a_country_meets_its_adjective),
      T(test_register_compare__empty_rounds),
      T(test_register_compare__survives_want_of_memory),
      T(test_register_concerns__parties_speak_or_are_spoken_of)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
