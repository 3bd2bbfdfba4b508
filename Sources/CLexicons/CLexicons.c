#include "CLexicons.h"

// A line for each file of lexicons/, in the order of their names, here and below; a test compares
// the two.
#define LEXICONS(X) \
  X("amendment-cues", amendment_cues) \
  X("amendment-words", amendment_words) \
  X("assignment-markers", assignment_markers) \
  X("averages", averages) \
  X("bearer-heads", bearer_heads) \
  X("body-offices", body_offices) \
  X("categories", categories) \
  X("category-frames", category_frames) \
  X("category-lookalikes", category_lookalikes) \
  X("classifiers", classifiers) \
  X("clause-words", clause_words) \
  X("column-heads", column_heads) \
  X("comparators", comparators) \
  X("condition-starts", condition_starts) \
  X("counting-verbs", counting_verbs) \
  X("currencies", currencies) \
  X("date-comparators", date_comparators) \
  X("definition-markers", definition_markers) \
  X("denominators", denominators) \
  X("department-heads", department_heads) \
  X("document-manners", document_manners) \
  X("document-types", document_types) \
  X("drafting-words", drafting_words) \
  X("enumeration-leads", enumeration_leads) \
  X("false-friends", false_friends) \
  X("form-title-endings", form_title_endings) \
  X("function-successors", function_successors) \
  X("functions", functions) \
  X("generic-rule-words", generic_rule_words) \
  X("identifying-contexts", identifying_contexts) \
  X("indicator-list-leads", indicator_list_leads) \
  X("indicator-measures", indicator_measures) \
  X("institution-endings", institution_endings) \
  X("law-name-false-friends", law_name_false_friends) \
  X("law-names", law_names) \
  X("letter-classes", letter_classes) \
  X("list-counters", list_counters) \
  X("measured-heads", measured_heads) \
  X("modality", modality) \
  X("name-boundaries", name_boundaries) \
  X("name-bounds", name_bounds) \
  X("name-heads", name_heads) \
  X("name-words", name_words) \
  X("negations", negations) \
  X("norm-verbs", norm_verbs) \
  X("not-names", not_names) \
  X("number-lead-ins", number_lead_ins) \
  X("numeral-words", numeral_words) \
  X("organ-endings", organ_endings) \
  X("organ-renames", organ_renames) \
  X("organs", organs) \
  X("overlapping-groups", overlapping_groups) \
  X("page-clutter", page_clutter) \
  X("part-words", part_words) \
  X("party-endings", party_endings) \
  X("phrase-leads", phrase_leads) \
  X("posts", posts) \
  X("promptness-words", promptness_words) \
  X("pronoun-nouns", pronoun_nouns) \
  X("pronouns", pronouns) \
  X("quantity-roles", quantity_roles) \
  X("rank-bounds", rank_bounds) \
  X("ranks", ranks) \
  X("region-endings", region_endings) \
  X("region-levels", region_levels) \
  X("regions", regions) \
  X("sanction-objects", sanction_objects) \
  X("sanction-verbs", sanction_verbs) \
  X("scope-words", scope_words) \
  X("self-names", self_names) \
  X("share-cues", share_cues) \
  X("signatory-endings", signatory_endings) \
  X("statement-words", statement_words) \
  X("table-heads", table_heads) \
  X("table-totals", table_totals) \
  X("table-words", table_words) \
  X("time-units", time_units) \
  X("title-endings", title_endings) \
  X("title-words", title_words) \
  X("uncounted-nouns", uncounted_nouns) \
  X("unit-false-friends", unit_false_friends) \
  X("unit-lookalikes", unit_lookalikes) \
  X("units", units) \
  X("wrapper-words", wrapper_words)

// Compilers that know #embed say of it that it is of C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char amendment_cues[] = {
#embed "../../lexicons/amendment-cues.tsv"
};
static const unsigned char amendment_words[] = {
#embed "../../lexicons/amendment-words.tsv"
};
static const unsigned char assignment_markers[] = {
#embed "../../lexicons/assignment-markers.tsv"
};
static const unsigned char averages[] = {
#embed "../../lexicons/averages.tsv"
};
static const unsigned char bearer_heads[] = {
#embed "../../lexicons/bearer-heads.tsv"
};
static const unsigned char body_offices[] = {
#embed "../../lexicons/body-offices.tsv"
};
static const unsigned char categories[] = {
#embed "../../lexicons/categories.tsv"
};
static const unsigned char category_frames[] = {
#embed "../../lexicons/category-frames.tsv"
};
static const unsigned char category_lookalikes[] = {
#embed "../../lexicons/category-lookalikes.tsv"
};
static const unsigned char classifiers[] = {
#embed "../../lexicons/classifiers.tsv"
};
static const unsigned char clause_words[] = {
#embed "../../lexicons/clause-words.tsv"
};
static const unsigned char column_heads[] = {
#embed "../../lexicons/column-heads.tsv"
};
static const unsigned char comparators[] = {
#embed "../../lexicons/comparators.tsv"
};
static const unsigned char condition_starts[] = {
#embed "../../lexicons/condition-starts.tsv"
};
static const unsigned char counting_verbs[] = {
#embed "../../lexicons/counting-verbs.tsv"
};
static const unsigned char currencies[] = {
#embed "../../lexicons/currencies.tsv"
};
static const unsigned char date_comparators[] = {
#embed "../../lexicons/date-comparators.tsv"
};
static const unsigned char definition_markers[] = {
#embed "../../lexicons/definition-markers.tsv"
};
static const unsigned char denominators[] = {
#embed "../../lexicons/denominators.tsv"
};
static const unsigned char department_heads[] = {
#embed "../../lexicons/department-heads.tsv"
};
static const unsigned char document_manners[] = {
#embed "../../lexicons/document-manners.tsv"
};
static const unsigned char document_types[] = {
#embed "../../lexicons/document-types.tsv"
};
static const unsigned char drafting_words[] = {
#embed "../../lexicons/drafting-words.tsv"
};
static const unsigned char enumeration_leads[] = {
#embed "../../lexicons/enumeration-leads.tsv"
};
static const unsigned char false_friends[] = {
#embed "../../lexicons/false-friends.tsv"
};
static const unsigned char form_title_endings[] = {
#embed "../../lexicons/form-title-endings.tsv"
};
static const unsigned char function_successors[] = {
#embed "../../lexicons/function-successors.tsv"
};
static const unsigned char functions[] = {
#embed "../../lexicons/functions.tsv"
};
static const unsigned char generic_rule_words[] = {
#embed "../../lexicons/generic-rule-words.tsv"
};
static const unsigned char identifying_contexts[] = {
#embed "../../lexicons/identifying-contexts.tsv"
};
static const unsigned char indicator_list_leads[] = {
#embed "../../lexicons/indicator-list-leads.tsv"
};
static const unsigned char indicator_measures[] = {
#embed "../../lexicons/indicator-measures.tsv"
};
static const unsigned char institution_endings[] = {
#embed "../../lexicons/institution-endings.tsv"
};
static const unsigned char law_name_false_friends[] = {
#embed "../../lexicons/law-name-false-friends.tsv"
};
static const unsigned char law_names[] = {
#embed "../../lexicons/law-names.tsv"
};
static const unsigned char letter_classes[] = {
#embed "../../lexicons/letter-classes.tsv"
};
static const unsigned char list_counters[] = {
#embed "../../lexicons/list-counters.tsv"
};
static const unsigned char measured_heads[] = {
#embed "../../lexicons/measured-heads.tsv"
};
static const unsigned char modality[] = {
#embed "../../lexicons/modality.tsv"
};
static const unsigned char name_boundaries[] = {
#embed "../../lexicons/name-boundaries.tsv"
};
static const unsigned char name_bounds[] = {
#embed "../../lexicons/name-bounds.tsv"
};
static const unsigned char name_heads[] = {
#embed "../../lexicons/name-heads.tsv"
};
static const unsigned char name_words[] = {
#embed "../../lexicons/name-words.tsv"
};
static const unsigned char negations[] = {
#embed "../../lexicons/negations.tsv"
};
static const unsigned char norm_verbs[] = {
#embed "../../lexicons/norm-verbs.tsv"
};
static const unsigned char not_names[] = {
#embed "../../lexicons/not-names.tsv"
};
static const unsigned char number_lead_ins[] = {
#embed "../../lexicons/number-lead-ins.tsv"
};
static const unsigned char numeral_words[] = {
#embed "../../lexicons/numeral-words.tsv"
};
static const unsigned char organ_endings[] = {
#embed "../../lexicons/organ-endings.tsv"
};
static const unsigned char organ_renames[] = {
#embed "../../lexicons/organ-renames.tsv"
};
static const unsigned char organs[] = {
#embed "../../lexicons/organs.tsv"
};
static const unsigned char overlapping_groups[] = {
#embed "../../lexicons/overlapping-groups.tsv"
};
static const unsigned char page_clutter[] = {
#embed "../../lexicons/page-clutter.tsv"
};
static const unsigned char part_words[] = {
#embed "../../lexicons/part-words.tsv"
};
static const unsigned char party_endings[] = {
#embed "../../lexicons/party-endings.tsv"
};
static const unsigned char phrase_leads[] = {
#embed "../../lexicons/phrase-leads.tsv"
};
static const unsigned char posts[] = {
#embed "../../lexicons/posts.tsv"
};
static const unsigned char promptness_words[] = {
#embed "../../lexicons/promptness-words.tsv"
};
static const unsigned char pronoun_nouns[] = {
#embed "../../lexicons/pronoun-nouns.tsv"
};
static const unsigned char pronouns[] = {
#embed "../../lexicons/pronouns.tsv"
};
static const unsigned char quantity_roles[] = {
#embed "../../lexicons/quantity-roles.tsv"
};
static const unsigned char rank_bounds[] = {
#embed "../../lexicons/rank-bounds.tsv"
};
static const unsigned char ranks[] = {
#embed "../../lexicons/ranks.tsv"
};
static const unsigned char region_endings[] = {
#embed "../../lexicons/region-endings.tsv"
};
static const unsigned char region_levels[] = {
#embed "../../lexicons/region-levels.tsv"
};
static const unsigned char regions[] = {
#embed "../../lexicons/regions.tsv"
};
static const unsigned char sanction_objects[] = {
#embed "../../lexicons/sanction-objects.tsv"
};
static const unsigned char sanction_verbs[] = {
#embed "../../lexicons/sanction-verbs.tsv"
};
static const unsigned char scope_words[] = {
#embed "../../lexicons/scope-words.tsv"
};
static const unsigned char self_names[] = {
#embed "../../lexicons/self-names.tsv"
};
static const unsigned char share_cues[] = {
#embed "../../lexicons/share-cues.tsv"
};
static const unsigned char signatory_endings[] = {
#embed "../../lexicons/signatory-endings.tsv"
};
static const unsigned char statement_words[] = {
#embed "../../lexicons/statement-words.tsv"
};
static const unsigned char table_heads[] = {
#embed "../../lexicons/table-heads.tsv"
};
static const unsigned char table_totals[] = {
#embed "../../lexicons/table-totals.tsv"
};
static const unsigned char table_words[] = {
#embed "../../lexicons/table-words.tsv"
};
static const unsigned char time_units[] = {
#embed "../../lexicons/time-units.tsv"
};
static const unsigned char title_endings[] = {
#embed "../../lexicons/title-endings.tsv"
};
static const unsigned char title_words[] = {
#embed "../../lexicons/title-words.tsv"
};
static const unsigned char uncounted_nouns[] = {
#embed "../../lexicons/uncounted-nouns.tsv"
};
static const unsigned char unit_false_friends[] = {
#embed "../../lexicons/unit-false-friends.tsv"
};
static const unsigned char unit_lookalikes[] = {
#embed "../../lexicons/unit-lookalikes.tsv"
};
static const unsigned char units[] = {
#embed "../../lexicons/units.tsv"
};

static const unsigned char wrapper_words[] = {
#embed "../../lexicons/wrapper-words.tsv"
};

#define ROW(name, bytes) {name, bytes, sizeof bytes},
static const struct clexicon lexicons[] = {LEXICONS(ROW)};

size_t clexicons_count(void) { return sizeof lexicons / sizeof lexicons[0]; }

struct clexicon clexicons_at(size_t index) { return lexicons[index]; }
