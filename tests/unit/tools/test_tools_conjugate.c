/* Hand-checked tables for the conjugator (tools/conjugate.h): a verb of every kind, then what
 * is special about single forms.  Last, every verb of data/verbs.tsv: its lemma must be the
 * perfect that we make of its root. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../../tools/conjugate.h"

enum { FORMS_MAX = 2048 };

typedef struct forms {
  int n;
  struct {
    char text[96];
    uint32_t feats;
  } at[FORMS_MAX];
} forms;

static void keep(void *user, const char *form, uint32_t feats)
{
  forms *f = user;
  assert_true(f->n < FORMS_MAX);
  snprintf(f->at[f->n].text, sizeof f->at[f->n].text, "%s", form);
  f->at[f->n++].feats = feats;
}

static void conjugate(forms *out, const char *root, const char *form, const char *vowels)
{
  cj_verb v;
  out->n = 0;
  const char *bad = cj_read(&v, root, form, vowels);
  if (bad != NULL) fail_msg("%s %s %s: %s", root, form, vowels, bad);
  cj_conjugate(&v, keep, out);
}

static bool has(const forms *f, const char *text, uint32_t feats)
{
  for (int i = 0; i < f->n; i++)
    if (f->at[i].feats == feats && strcmp(f->at[i].text, text) == 0) return true;
  return false;
}

static void expect(const forms *f, const char *what, const char *text, uint32_t feats)
{
  if (text == NULL || has(f, text, feats)) return;
  for (int i = 0; i < f->n; i++)
    if (f->at[i].feats == feats)
      fail_msg("%s: want %s, have %s", what, text, f->at[i].text);
  fail_msg("%s: want %s, have none (feats %x)", what, text, (unsigned)feats);
}

#define PERF (MH_POS_VERB | MH_F_PERFECT)
#define IMPF (MH_POS_VERB | MH_F_IMPERFECT)
#define IMPV (MH_POS_VERB | MH_F_IMPERATIVE | MH_F_2)
#define SGM3 (MH_F_3 | MH_F_SG | MH_F_M)
#define SGF3 (MH_F_3 | MH_F_SG | MH_F_F)
#define PLM3 (MH_F_3 | MH_F_PL | MH_F_M)
#define PLF3 (MH_F_3 | MH_F_PL | MH_F_F)
#define SG1  (MH_F_1 | MH_F_SG)

/* ---- one row a verb --------------------------------------------------------------- */

typedef struct row {
  const char *root, *form, *vowels;
  const char *he, *she, *they, *i;     /* perfect: 3 sg m, 3 sg f, 3 pl m, 1 sg     */
  const char *does, *do_they, *they_f; /* imperfect: 3 sg m, 3 pl m, 3 pl f         */
  const char *shorter;                 /* 3 sg m, where it is written otherwise     */
  const char *command;                 /* imperative 2 sg m                         */
  const char *masdar;                  /* regular; its gender by its last letter    */
  const char *active, *actives;        /* participle: sg m, pl m                    */
  const char *passive;                 /* participle: sg f                          */
} row;

static const row ROWS[] = {
    /* sound */
    {"كتب", "I", "a-u", "كتب", "كتبت", "كتبوا", "كتبت", "يكتب", "يكتبون", "يكتبن", NULL,
     "اكتب", NULL, "كاتب", "كاتبون", "مكتوبة"},
    {"ج د د", "II", "", "جدد", "جددت", "جددوا", "جددت", "يجدد", "يجددون", "يجددن", NULL,
     "جدد", "تجديد", "مجدد", "مجددون", "مجددة"},
    {"ن ق ش", "III", "", "ناقش", "ناقشت", "ناقشوا", "ناقشت", "يناقش", "يناقشون", "يناقشن",
     NULL, "ناقش", "مناقشة", "مناقش", "مناقشون", "مناقشة"},
    {"ع ل ن", "IV", "", "أعلن", "أعلنت", "أعلنوا", "أعلنت", "يعلن", "يعلنون", "يعلن",
     NULL, "أعلن", "إعلان", "معلن", "معلنون", "معلنة"},
    {"ع ه د", "V", "", "تعهد", "تعهدت", "تعهدوا", "تعهدت", "يتعهد", "يتعهدون", "يتعهدن",
     NULL, "تعهد", "تعهد", "متعهد", "متعهدون", "متعهدة"},
    {"ع و ن", "VI", "", "تعاون", "تعاونت", "تعاونوا", "تعاونت", "يتعاون", "يتعاونون",
     "يتعاون", NULL, "تعاون", "تعاون", "متعاون", "متعاونون", "متعاونة"},
    {"ط ل ق", "VII", "", "انطلق", "انطلقت", "انطلقوا", "انطلقت", "ينطلق", "ينطلقون",
     "ينطلقن", NULL, "انطلق", "انطلاق", "منطلق", "منطلقون", "منطلقة"},
    {"ل ز م", "VIII", "", "التزم", "التزمت", "التزموا", "التزمت", "يلتزم", "يلتزمون",
     "يلتزمن", NULL, "التزم", "التزام", "ملتزم", "ملتزمون", "ملتزمة"},
    {"ح م ر", "IX", "", "احمر", "احمرت", "احمروا", "احمررت", "يحمر", "يحمرون", "يحمررن",
     "يحمرر", "احمرر", "احمرار", "محمر", "محمرون", NULL},
    {"ع ر ض", "X", "", "استعرض", "استعرضت", "استعرضوا", "استعرضت", "يستعرض", "يستعرضون",
     "يستعرضن", NULL, "استعرض", "استعراض", "مستعرض", "مستعرضون", "مستعرضة"},
    /* four radicals */
    {"س ي ط ر", "Q1", "", "سيطر", "سيطرت", "سيطروا", "سيطرت", "يسيطر", "يسيطرون",
     "يسيطرن", NULL, "سيطر", "سيطرة", "مسيطر", "مسيطرون", "مسيطرة"},
    {"د ه و ر", "Q2", "", "تدهور", "تدهورت", "تدهوروا", "تدهورت", "يتدهور", "يتدهورون",
     "يتدهورن", NULL, "تدهور", "تدهور", "متدهور", "متدهورون", "متدهورة"},
    {"ط م ء ن", "Q4", "", "اطمأن", "اطمأنت", "اطمأنوا", "اطمأننت", "يطمئن", "يطمئنون",
     "يطمأنن", "يطمأنن", "اطمأنن", "اطمئنان", "مطمئن", "مطمئنون", NULL},
    /* doubled */
    {"ح ث ث", "I", "a-u", "حث", "حثت", "حثوا", "حثثت", "يحث", "يحثون", "يحثثن", "يحثث",
     "احثث", NULL, "حاث", "حاثون", "محثوثة"},
    {"ص ر ر", "IV", "", "أصر", "أصرت", "أصروا", "أصررت", "يصر", "يصرون", "يصررن", "يصرر",
     "أصرر", "إصرار", "مصر", "مصرون", "مصرة"},
    {"ه م م", "VIII", "", "اهتم", "اهتمت", "اهتموا", "اهتممت", "يهتم", "يهتمون", "يهتممن",
     "يهتمم", "اهتمم", "اهتمام", "مهتم", "مهتمون", "مهتمة"},
    {"ع د د", "X", "", "استعد", "استعدت", "استعدوا", "استعددت", "يستعد", "يستعدون",
     "يستعددن", "يستعدد", "استعدد", "استعداد", "مستعد", "مستعدون", "مستعدة"},
    {"ش ق ق", "VII", "", "انشق", "انشقت", "انشقوا", "انشققت", "ينشق", "ينشقون", "ينشققن",
     "ينشقق", "انشقق", "انشقاق", "منشق", "منشقون", NULL},
    /* hamzated */
    {"ء خ ذ", "I", "a-u", "أخذ", "أخذت", "أخذوا", "أخذت", "يأخذ", "يأخذون", "يأخذن", NULL,
     "خذ", NULL, "آخذ", "آخذون", "مأخوذة"},
    {"ء م ل", "I", "a-u", "أمل", "أملت", "أملوا", "أملت", "يأمل", "يأملون", "يأملن", NULL,
     "اؤمل", NULL, "آمل", "آملون", "مأمولة"},
    {"ء ك د", "II", "", "أكد", "أكدت", "أكدوا", "أكدت", "يؤكد", "يؤكدون", "يؤكدن", NULL,
     "أكد", "تأكيد", "مؤكد", "مؤكدون", "مؤكدة"},
    {"ء م ن", "IV", "", "آمن", "آمنت", "آمنوا", "آمنت", "يؤمن", "يؤمنون", "يؤمن", NULL,
     "آمن", "إيمان", "مؤمن", "مؤمنون", "مؤمنة"},
    {"ء م ر", "VI", "", "تآمر", "تآمرت", "تآمروا", "تآمرت", "يتآمر", "يتآمرون", "يتآمرن",
     NULL, "تآمر", "تآمر", "متآمر", "متآمرون", "متآمرة"},
    {"ء ل ف", "VIII", "", "ائتلف", "ائتلفت", "ائتلفوا", "ائتلفت", "يأتلف", "يأتلفون",
     "يأتلفن", NULL, "ائتلف", "ائتلاف", "مؤتلف", "مؤتلفون", "مؤتلفة"},
    {"ء خ ذ", "VIII", "", "اتخذ", "اتخذت", "اتخذوا", "اتخذت", "يتخذ", "يتخذون", "يتخذن",
     NULL, "اتخذ", "اتخاذ", "متخذ", "متخذون", "متخذة"},
    {"ء ن ف", "X", "", "استأنف", "استأنفت", "استأنفوا", "استأنفت", "يستأنف", "يستأنفون",
     "يستأنفن", NULL, "استأنف", "استئناف", "مستأنف", "مستأنفون", "مستأنفة"},
    {"س ء ل", "I", "a-a", "سأل", "سألت", "سألوا", "سألت", "يسأل", "يسألون", "يسألن", NULL,
     "اسأل", NULL, "سائل", "سائلون", "مسؤولة"},
    {"س ء ل", "VI", "", "تساءل", "تساءلت", "تساءلوا", "تساءلت", "يتساءل", "يتساءلون",
     "يتساءلن", NULL, "تساءل", "تساؤل", "متسائل", "متسائلون", "متساءلة"},
    {"ر ء س", "V", "", "ترأس", "ترأست", "ترأسوا", "ترأست", "يترأس", "يترأسون", "يترأسن",
     NULL, "ترأس", "ترؤس", "مترئس", "مترئسون", "مترأسة"},
    {"ق ر ء", "I", "a-a", "قرأ", "قرأت", "قرؤوا", "قرأت", "يقرأ", "يقرؤون", "يقرأن", NULL,
     "اقرأ", NULL, "قارئ", "قارئون", "مقروءة"},
    {"ه ن ء", "II", "", "هنأ", "هنأت", "هنؤوا", "هنأت", "يهنئ", "يهنئون", "يهنئن", NULL,
     "هنئ", "تهنئة", "مهنئ", "مهنئون", "مهنأة"},
    {"ف ج ء", "III", "", "فاجأ", "فاجأت", "فاجؤوا", "فاجأت", "يفاجئ", "يفاجئون", "يفاجئن",
     NULL, "فاجئ", "مفاجأة", "مفاجئ", "مفاجئون", "مفاجأة"},
    {"ن ش ء", "IV", "", "أنشأ", "أنشأت", "أنشؤوا", "أنشأت", "ينشئ", "ينشئون", "ينشئن",
     NULL, "أنشئ", "إنشاء", "منشئ", "منشئون", "منشأة"},
    {"ن ب ء", "V", "", "تنبأ", "تنبأت", "تنبؤوا", "تنبأت", "يتنبأ", "يتنبؤون", "يتنبأن",
     NULL, "تنبأ", "تنبؤ", "متنبئ", "متنبئون", "متنبأة"},
    /* waw or ya first */
    {"و ع د", "I", "a-i", "وعد", "وعدت", "وعدوا", "وعدت", "يعد", "يعدون", "يعدن", NULL,
     "عد", NULL, "واعد", "واعدون", "موعودة"},
    {"و ض ع", "I", "a-a", "وضع", "وضعت", "وضعوا", "وضعت", "يضع", "يضعون", "يضعن", NULL,
     "ضع", NULL, "واضع", "واضعون", "موضوعة"},
    {"و ث ق", "I", "i-i", "وثق", "وثقت", "وثقوا", "وثقت", "يثق", "يثقون", "يثقن", NULL,
     "ثق", NULL, "واثق", "واثقون", "موثوقة"},
    {"و ض ح", "IV", "", "أوضح", "أوضحت", "أوضحوا", "أوضحت", "يوضح", "يوضحون", "يوضحن",
     NULL, "أوضح", "إيضاح", "موضح", "موضحون", "موضحة"},
    {"و ف ق", "VIII", "", "اتفق", "اتفقت", "اتفقوا", "اتفقت", "يتفق", "يتفقون", "يتفقن",
     NULL, "اتفق", "اتفاق", "متفق", "متفقون", "متفقة"},
    {"و ح د", "VIII", "", "اتحد", "اتحدت", "اتحدوا", "اتحدت", "يتحد", "يتحدون", "يتحدن",
     NULL, "اتحد", "اتحاد", "متحد", "متحدون", "متحدة"},
    {"و ر د", "X", "", "استورد", "استوردت", "استوردوا", "استوردت", "يستورد", "يستوردون",
     "يستوردن", NULL, "استورد", "استيراد", "مستورد", "مستوردون", "مستوردة"},
    {"ي ق ن", "IV", "", "أيقن", "أيقنت", "أيقنوا", "أيقنت", "يوقن", "يوقنون", "يوقن",
     NULL, "أيقن", "إيقان", "موقن", "موقنون", "موقنة"},
    {"ي ء س", "I", "i-a", "يئس", "يئست", "يئسوا", "يئست", "ييأس", "ييأسون", "ييأسن", NULL,
     NULL, NULL, "يائس", "يائسون", NULL},
    /* hollow */
    {"ق و ل", "I", "a-u", "قال", "قالت", "قالوا", "قلت", "يقول", "يقولون", "يقلن", "يقل",
     "قل", NULL, "قائل", "قائلون", "مقولة"},
    {"ب ي ع", "I", "a-i", "باع", "باعت", "باعوا", "بعت", "يبيع", "يبيعون", "يبعن", "يبع",
     "بع", NULL, "بائع", "بائعون", "مبيعة"},
    {"خ و ف", "I", "i-a", "خاف", "خافت", "خافوا", "خفت", "يخاف", "يخافون", "يخفن", "يخف",
     "خف", NULL, "خائف", "خائفون", "مخوفة"},
    {"د ي ن", "IV", "", "أدان", "أدانت", "أدانوا", "أدنت", "يدين", "يدينون", "يدن", "يدن",
     "أدن", "إدانة", "مدين", "مدينون", "مدانة"},
    {"ق و د", "VII", "", "انقاد", "انقادت", "انقادوا", "انقدت", "ينقاد", "ينقادون",
     "ينقدن", "ينقد", "انقد", "انقياد", "منقاد", "منقادون", "منقادة"},
    {"ز ي د", "VIII", "", "ازداد", "ازدادت", "ازدادوا", "ازددت", "يزداد", "يزدادون",
     "يزددن", "يزدد", "ازدد", "ازدياد", "مزداد", "مزدادون", "مزدادة"},
    {"ف ي د", "X", "", "استفاد", "استفادت", "استفادوا", "استفدت", "يستفيد", "يستفيدون",
     "يستفدن", "يستفد", "استفد", "استفادة", "مستفيد", "مستفيدون", "مستفادة"},
    {"ق ي ل", "X", "", "استقال", "استقالت", "استقالوا", "استقلت", "يستقيل", "يستقيلون",
     "يستقلن", "يستقل", "استقل", "استقالة", "مستقيل", "مستقيلون", "مستقالة"},
    {"ج ي ء", "I", "a-i", "جاء", "جاءت", "جاؤوا", "جئت", "يجيء", "يجيئون", "يجئن", "يجئ",
     "جئ", NULL, "جائي", "جاؤون", "مجيئة"},
    {"س و ء", "VIII", "", "استاء", "استاءت", "استاؤوا", "استأت", "يستاء", "يستاؤون",
     "يستأن", "يستأ", "استأ", "استياء", "مستاء", "مستاؤون", "مستاءة"},
    {"ج و ب", "X", "s", "استجوب", "استجوبت", "استجوبوا", "استجوبت", "يستجوب", "يستجوبون",
     "يستجوبن", NULL, "استجوب", "استجواب", "مستجوب", "مستجوبون", "مستجوبة"},
    {"ز و ج", "VIII", "s", "ازدوج", "ازدوجت", "ازدوجوا", "ازدوجت", "يزدوج", "يزدوجون",
     "يزدوجن", NULL, "ازدوج", "ازدواج", "مزدوج", "مزدوجون", "مزدوجة"},
    /* defective */
    {"د ع و", "I", "a-u", "دعا", "دعت", "دعوا", "دعوت", "يدعو", "يدعون", "يدعون", "يدع",
     "ادع", NULL, "داعي", "داعون", "مدعوة"},
    {"ن ف ي", "I", "a-i", "نفى", "نفت", "نفوا", "نفيت", "ينفي", "ينفون", "ينفين", "ينف",
     "انف", NULL, "نافي", "نافون", "منفية"},
    {"ب ق ي", "I", "i-a", "بقي", "بقيت", "بقوا", "بقيت", "يبقى", "يبقون", "يبقين", "يبق",
     "ابق", NULL, "باقي", "باقون", "مبقية"},
    {"س ع ي", "I", "a-a", "سعى", "سعت", "سعوا", "سعيت", "يسعى", "يسعون", "يسعين", "يسع",
     "اسع", NULL, "ساعي", "ساعون", NULL},
    {"س م و", "II", "", "سمى", "سمت", "سموا", "سميت", "يسمي", "يسمون", "يسمين", "يسم",
     "سم", "تسمية", "مسمي", "مسمون", "مسماة"},
    {"ل ق ي", "III", "", "لاقى", "لاقت", "لاقوا", "لاقيت", "يلاقي", "يلاقون", "يلاقين",
     "يلاق", "لاق", "ملاقاة", "ملاقي", "ملاقون", "ملاقاة"},
    {"ج ر ي", "IV", "", "أجرى", "أجرت", "أجروا", "أجريت", "يجري", "يجرون", "يجرين", "يجر",
     "أجر", "إجراء", "مجري", "مجرون", "مجراة"},
    {"ب ن ي", "V", "", "تبنى", "تبنت", "تبنوا", "تبنيت", "يتبنى", "يتبنون", "يتبنين",
     "يتبن", "تبن", "تبني", "متبني", "متبنون", "متبناة"},
    {"ف د ي", "VI", "", "تفادى", "تفادت", "تفادوا", "تفاديت", "يتفادى", "يتفادون",
     "يتفادين", "يتفاد", "تفاد", "تفادي", "متفادي", "متفادون", "متفاداة"},
    {"ق ض ي", "VII", "", "انقضى", "انقضت", "انقضوا", "انقضيت", "ينقضي", "ينقضون",
     "ينقضين", "ينقض", "انقض", "انقضاء", "منقضي", "منقضون", NULL},
    {"ل ق ي", "VIII", "", "التقى", "التقت", "التقوا", "التقيت", "يلتقي", "يلتقون",
     "يلتقين", "يلتق", "التق", "التقاء", "ملتقي", "ملتقون", "ملتقاة"},
    {"د ع و", "X", "", "استدعى", "استدعت", "استدعوا", "استدعيت", "يستدعي", "يستدعون",
     "يستدعين", "يستدع", "استدع", "استدعاء", "مستدعي", "مستدعون", "مستدعاة"},
    /* doubly weak */
    {"و ص ي", "IV", "", "أوصى", "أوصت", "أوصوا", "أوصيت", "يوصي", "يوصون", "يوصين", "يوص",
     "أوص", "إيصاء", "موصي", "موصون", "موصاة"},
    {"و خ ي", "V", "", "توخى", "توخت", "توخوا", "توخيت", "يتوخى", "يتوخون", "يتوخين",
     "يتوخ", "توخ", "توخي", "متوخي", "متوخون", "متوخاة"},
    {"ن و ي", "I", "a-i", "نوى", "نوت", "نووا", "نويت", "ينوي", "ينوون", "ينوين", "ينو",
     "انو", NULL, "ناوي", "ناوون", "منوية"},
    {"و ل ي", "X", "", "استولى", "استولت", "استولوا", "استوليت", "يستولي", "يستولون",
     "يستولين", "يستول", "استول", "استيلاء", "مستولي", "مستولون", "مستولاة"},
    {"ح ي ي", "IV", "", "أحيا", "أحيت", "أحيوا", "أحييت", "يحيي", "يحيون", "يحيين", "يحي",
     "أحي", "إحياء", "محيي", "محيون", "محياة"},
    {"ر ء ي", "I", "a-a", "رأى", "رأت", "رأوا", "رأيت", "يرى", "يرون", "يرين", "ير", NULL,
     NULL, "رائي", "راؤون", "مرئية"},
    {"ر ء ي", "IV", "", "أرى", "أرت", "أروا", "أريت", "يري", "يرون", "يرين", "ير", "أر",
     "إراءة", "مري", "مرون", "مراة"},
    {"ء ت ي", "I", "a-i", "أتى", "أتت", "أتوا", "أتيت", "يأتي", "يأتون", "يأتين", "يأت",
     "ائت", NULL, "آتي", "آتون", NULL},
    {"ن ء ي", "I", "a-a", "نأى", "نأت", "نأوا", "نأيت", "ينأى", "ينأون", "ينأين", "ينأ",
     NULL, NULL, "نائي", NULL, NULL},
    /* form VIII: what the t becomes */
    {"ض ر ر", "VIII", "", "اضطر", "اضطرت", "اضطروا", "اضطررت", "يضطر", "يضطرون", "يضطررن",
     "يضطرر", NULL, "اضطرار", "مضطر", "مضطرون", "مضطرة"},
    {"ط ل ع", "VIII", "", "اطلع", "اطلعت", "اطلعوا", "اطلعت", "يطلع", "يطلعون", "يطلعن",
     NULL, "اطلع", "اطلاع", "مطلع", "مطلعون", "مطلعة"},
    {"د ع و", "VIII", "", "ادعى", "ادعت", "ادعوا", "ادعيت", "يدعي", "يدعون", "يدعين",
     "يدع", "ادع", "ادعاء", "مدعي", "مدعون", "مدعاة"},
    {"ص د م", "VIII", "", "اصطدم", "اصطدمت", "اصطدموا", "اصطدمت", "يصطدم", "يصطدمون",
     "يصطدمن", NULL, "اصطدم", "اصطدام", "مصطدم", "مصطدمون", NULL},
    {"ذ خ ر", "VIII", "", "ادخر", "ادخرت", "ادخروا", "ادخرت", "يدخر", "يدخرون", "يدخرن",
     NULL, "ادخر", "ادخار", "مدخر", "مدخرون", "مدخرة"},
};

static bool ends_in_ta_marbuta(const char *text)
{
  const size_t n = strlen(text);
  return n > 2 && memcmp(text + n - 2, "ة", 2) == 0;
}

static void check_row(const row *r, const forms *f)
{
  const uint32_t act = MH_POS_ACTIVE;
  expect(f, r->he, r->he, PERF | SGM3);
  expect(f, r->he, r->she, PERF | SGF3);
  expect(f, r->he, r->they, PERF | PLM3);
  expect(f, r->he, r->i, PERF | SG1);
  expect(f, r->he, r->does, IMPF | SGM3);
  expect(f, r->he, r->do_they, IMPF | PLM3);
  expect(f, r->he, r->they_f, IMPF | PLF3);
  expect(f, r->he, r->shorter, IMPF | SGM3 | MH_F_SHORT);
  expect(f, r->he, r->command, IMPV | MH_F_SG | MH_F_M);
  if (r->masdar != NULL)
    expect(f, r->he, r->masdar,
           MH_POS_MASDAR | MH_F_SG | (ends_in_ta_marbuta(r->masdar) ? MH_F_F : MH_F_M));
  expect(f, r->he, r->active, act | MH_F_SG | MH_F_M);
  expect(f, r->he, r->actives, act | MH_F_PL | MH_F_M);
  expect(f, r->he, r->passive, MH_POS_PASSIVE | MH_F_SG | MH_F_F);
}

static void test_tools_conjugate__verbs_of_every_kind(void **state)
{
  (void)state;
  static forms f;
  for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
    conjugate(&f, ROWS[i].root, ROWS[i].form, ROWS[i].vowels);
    check_row(&ROWS[i], &f);
  }
}

/* ---- single rules ----------------------------------------------------------------- */

static void test_tools_conjugate__all_persons_of_the_perfect(void **state)
{
  (void)state;
  static forms f;
  conjugate(&f, "ق و ل", "I", "a-u");
  expect(&f, "dual", "قالا", PERF | MH_F_3 | MH_F_DU | MH_F_M);
  expect(&f, "dual", "قالتا", PERF | MH_F_3 | MH_F_DU | MH_F_F);
  expect(&f, "they f", "قلن", PERF | PLF3);
  expect(&f, "you", "قلتم", PERF | MH_F_2 | MH_F_PL | MH_F_M);
  expect(&f, "you two", "قلتما", PERF | MH_F_2 | MH_F_DU);
  expect(&f, "you f", "قلتن", PERF | MH_F_2 | MH_F_PL | MH_F_F);
  expect(&f, "we", "قلنا", PERF | MH_F_1 | MH_F_PL);
}

static void test_tools_conjugate__letters_that_meet_are_written_once(void **state)
{
  (void)state;
  static forms f;
  conjugate(&f, "ث ب ت", "I", "a-u");
  expect(&f, "I", "ثبت", PERF | SG1);
  conjugate(&f, "ء م ن", "IV", "");
  expect(&f, "we", "آمنا", PERF | MH_F_1 | MH_F_PL);
}

static void test_tools_conjugate__plural_waw_loses_its_alef_before_a_pronoun(void **state)
{
  (void)state;
  static forms f;
  conjugate(&f, "ك ت ب", "I", "a-u");
  expect(&f, "perfect", "كتبو", PERF | PLM3 | MH_F_ENCLITIC);
  expect(&f, "short", "يكتبوا", IMPF | PLM3 | MH_F_SHORT);
  expect(&f, "short", "يكتبو", IMPF | PLM3 | MH_F_SHORT | MH_F_ENCLITIC);
}

static void test_tools_conjugate__maqsura_opens_before_a_pronoun(void **state)
{
  (void)state;
  static forms f;
  conjugate(&f, "ع ط و", "IV", "");
  expect(&f, "perfect", "أعطا", PERF | SGM3 | MH_F_ENCLITIC);
  conjugate(&f, "ر ء ي", "I", "a-a");
  expect(&f, "perfect", "رآ", PERF | SGM3 | MH_F_ENCLITIC);
  conjugate(&f, "ل ق ي", "V", "");
  expect(&f, "imperfect", "يتلقا", IMPF | SGM3 | MH_F_ENCLITIC);
}

static void test_tools_conjugate__hamza_follows_case_before_a_pronoun(void **state)
{
  (void)state;
  static forms f;
  const uint32_t joined = MH_POS_MASDAR | MH_F_SG | MH_F_M | MH_F_ENCLITIC;
  conjugate(&f, "ج ر ي", "IV", "");
  expect(&f, "nominative", "إجراؤ", joined);
  expect(&f, "genitive", "إجرائ", joined);
  assert_false(has(&f, "إجراء", joined));
}

static void test_tools_conjugate__spellings_of_hamza_before_long_u(void **state)
{
  (void)state;
  static forms f;
  conjugate(&f, "ب د ء", "I", "a-a");
  expect(&f, "school", "بدؤوا", PERF | PLM3);
  expect(&f, "newspaper", "بدأوا", PERF | PLM3);
  expect(&f, "Egypt", "بدءوا", PERF | PLM3);
  conjugate(&f, "س ء ل", "I", "a-a");
  expect(&f, "Egypt", "مسئول", MH_POS_PASSIVE | MH_F_SG | MH_F_M);
}

static void test_tools_conjugate__passive_only_where_letters_show_it(void **state)
{
  (void)state;
  static forms f;
  conjugate(&f, "ق و ل", "I", "a-u");
  expect(&f, "said", "قيل", PERF | SGM3 | MH_F_VOICE_PASSIVE);
  expect(&f, "is said", "يقال", IMPF | SGM3 | MH_F_VOICE_PASSIVE);
  conjugate(&f, "ك ت ب", "I", "a-u");
  assert_false(has(&f, "كتب", PERF | SGM3 | MH_F_VOICE_PASSIVE));
  conjugate(&f, "و ف ي", "V", "");
  expect(&f, "died", "توفي", PERF | SGM3 | MH_F_VOICE_PASSIVE);
  conjugate(&f, "و ع د", "I", "a-i");
  expect(&f, "is promised", "يوعد", IMPF | SGM3 | MH_F_VOICE_PASSIVE);
  conjugate(&f, "ف ج ء", "III", "");
  expect(&f, "was surprised", "فوجئ", PERF | SGM3 | MH_F_VOICE_PASSIVE);
}

static void test_tools_conjugate__participles_in_case_and_construct(void **state)
{
  (void)state;
  static forms f;
  const uint32_t a = MH_POS_ACTIVE | MH_F_M;
  conjugate(&f, "ء ك د", "II", "");
  expect(&f, "dual", "مؤكدان", a | MH_F_DU);
  expect(&f, "dual", "مؤكدين", a | MH_F_DU | MH_F_OBLIQUE);
  expect(&f, "dual", "مؤكدا", a | MH_F_DU | MH_F_CONSTRUCT);
  expect(&f, "plural", "مؤكدين", a | MH_F_PL | MH_F_OBLIQUE);
  expect(&f, "plural", "مؤكدو", a | MH_F_PL | MH_F_CONSTRUCT);
  expect(&f, "plural", "مؤكدي", a | MH_F_PL | MH_F_OBLIQUE | MH_F_CONSTRUCT);
  expect(&f, "feminine", "مؤكدتين", MH_POS_ACTIVE | MH_F_F | MH_F_DU | MH_F_OBLIQUE);
  expect(&f, "feminine", "مؤكدات", MH_POS_ACTIVE | MH_F_F | MH_F_PL);
  conjugate(&f, "د ع و", "X", "");
  expect(&f, "indefinite", "مستدع", a | MH_F_SG | MH_F_SHORT);
  expect(&f, "dual", "مستدعيان", a | MH_F_DU);
}

static void test_tools_conjugate__command_without_hamza(void **state)
{
  (void)state;
  static forms f;
  const uint32_t you = IMPV | MH_F_SG | MH_F_M;
  conjugate(&f, "ء ك ل", "I", "a-u");
  expect(&f, "eat", "كل", you);
  conjugate(&f, "ء م ر", "I", "a-u");
  expect(&f, "order", "مر", you);
  conjugate(&f, "م د د", "I", "a-u");
  expect(&f, "extend", "امدد", you);
  expect(&f, "extend", "مد", you);
}

static void test_tools_conjugate__declines_a_masdar(void **state)
{
  (void)state;
  static forms f;
  const uint32_t m = MH_POS_MASDAR;
  f.n = 0;
  cj_decline("لقاء", m, keep, &f);
  expect(&f, "singular", "لقاء", m | MH_F_SG | MH_F_M);
  expect(&f, "his", "لقائ", m | MH_F_SG | MH_F_M | MH_F_ENCLITIC);
  expect(&f, "dual", "لقاءين", m | MH_F_DU | MH_F_M | MH_F_OBLIQUE);
  expect(&f, "plural", "لقاءات", m | MH_F_PL | MH_F_F);
  f.n = 0;
  cj_decline("زيارة", m, keep, &f);
  expect(&f, "dual", "زيارتان", m | MH_F_DU | MH_F_F);
  expect(&f, "plural", "زيارات", m | MH_F_PL | MH_F_F);
  f.n = 0;
  cj_decline("شكوى", m, keep, &f);
  expect(&f, "his", "شكوا", m | MH_F_SG | MH_F_M | MH_F_ENCLITIC);
  expect(&f, "plural", "شكويات", m | MH_F_PL | MH_F_F);
}

static void test_tools_conjugate__says_what_is_wrong(void **state)
{
  (void)state;
  cj_verb v;
  assert_non_null(cj_read(&v, "ق ا ل", "I", "a-u"));
  assert_non_null(cj_read(&v, "ق ل", "I", "a-u"));
  assert_non_null(cj_read(&v, "س ي ط ر ة", "Q1", ""));
  assert_non_null(cj_read(&v, "ق و ل", "XI", ""));
  assert_non_null(cj_read(&v, "ق و ل", "Q1", ""));
  assert_non_null(cj_read(&v, "س ي ط ر", "II", ""));
  assert_non_null(cj_read(&v, "ق و ل", "I", ""));
  assert_non_null(cj_read(&v, "ق و ل", "I", "a-e"));
  assert_non_null(cj_read(&v, "ق و ل", "II", "a-u"));
  assert_non_null(cj_read(&v, "abc", "II", ""));
  assert_non_null(cj_read(&v, "\xD9", "II", ""));
  assert_null(cj_read(&v, "سأل", "1", "a-a"));
  assert_int_equal(v.root[1], 0x621);
}

/* ---- the lexicon ------------------------------------------------------------------ */

static FILE *open_verbs(void)
{
  char path[1024];
  const char *slash = strrchr(__FILE__, '/');
  const int n = slash == NULL ? 0 : (int)(slash - __FILE__ + 1);
  snprintf(path, sizeof path, "%.*s../../../data/verbs.tsv", n, __FILE__);
  return fopen(path, "rb");
}

/* The field that begins at *at; *at moves behind its tab. */
static char *field(char **at)
{
  char *begin = *at, *end = begin + strcspn(begin, "\t\n");
  if (*end != '\0') *end++ = '\0';
  *at = end;
  return begin;
}

static void test_tools_conjugate__lemmas_are_the_perfect_of_their_roots(void **state)
{
  (void)state;
  static forms f;
  static char line[4096];
  FILE *in = open_verbs();
  if (in == NULL) skip();
  int rows = 0;
  while (fgets(line, sizeof line, in) != NULL) {
    if (line[0] == '#') continue;
    char *at = line;
    char *lemma = field(&at), *root = field(&at), *form = field(&at),
         *vowels = field(&at);
    conjugate(&f, root, form, vowels);
    expect(&f, lemma, lemma, PERF | SGM3);
    rows++;
  }
  fclose(in);
  assert_true(rows > 650);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tools_conjugate__verbs_of_every_kind),
      cmocka_unit_test(test_tools_conjugate__all_persons_of_the_perfect),
      cmocka_unit_test(test_tools_conjugate__letters_that_meet_are_written_once),
      cmocka_unit_test(test_tools_conjugate__plural_waw_loses_its_alef_before_a_pronoun),
      cmocka_unit_test(test_tools_conjugate__maqsura_opens_before_a_pronoun),
      cmocka_unit_test(test_tools_conjugate__hamza_follows_case_before_a_pronoun),
      cmocka_unit_test(test_tools_conjugate__spellings_of_hamza_before_long_u),
      cmocka_unit_test(test_tools_conjugate__passive_only_where_letters_show_it),
      cmocka_unit_test(test_tools_conjugate__participles_in_case_and_construct),
      cmocka_unit_test(test_tools_conjugate__command_without_hamza),
      cmocka_unit_test(test_tools_conjugate__declines_a_masdar),
      cmocka_unit_test(test_tools_conjugate__says_what_is_wrong),
      cmocka_unit_test(test_tools_conjugate__lemmas_are_the_perfect_of_their_roots),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
