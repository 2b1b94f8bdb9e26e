/* scores.c - a table of two columns, and straight lines between its rows. */
#include "store/scores.h"

#include "fact/value.h"

static cc_status read_mille(const cc_yaml_file *file, const cc_yaml *node, uint32_t *ret,
                            cc_fault *fault)
{
    cc_dec n;
    *ret = 0;
    if (node->kind != CC_YAML_SCALAR || cc_dec_parse(node->scalar, &n) != CC_OK ||
        cc_dec_cmp(n, cc_dec_int(0)) < 0 || cc_dec_cmp(n, cc_dec_int(1)) > 0 || n.exp10 < -3)
        return cc_yaml_fault(file, node->offset, fault,
                             "a score is a number from 0 to 1 with at most three decimals");
    for (n.exp10 += 3; n.exp10 > 0; n.exp10--)
        n.mant *= 10;
    *ret = (uint32_t)n.mant;
    return CC_OK;
}

static cc_status read_level(const cc_yaml_file *file, const cc_yaml *levels, const char *name,
                            uint32_t *ret, cc_fault *fault)
{
    const cc_yaml *node = cc_yaml_find(levels, name);
    return node == NULL ? CC_OK : read_mille(file, node, ret, fault);
}

static cc_status read_levels(const cc_yaml_file *file, const cc_yaml *levels, cc_scores *ret,
                             cc_fault *fault)
{
    static const char *const known[] = {"error", "warning", NULL};
    CC_TRY(cc_yaml_only(file, levels, known, fault));
    CC_TRY(read_level(file, levels, "error", &ret->error, fault));
    CC_TRY(read_level(file, levels, "warning", &ret->warning, fault));
    return ret->warning <= ret->error
               ? CC_OK
               : cc_yaml_fault(file, levels->offset, fault, "a warning begins above an error");
}

static cc_status read_row(const cc_yaml_file *file, const cc_yaml *row, cc_score_row *ret,
                          cc_fault *fault)
{
    if (row->kind != CC_YAML_LIST || row->count != 2)
        return cc_yaml_fault(file, row->offset, fault, "a row has two scores: [0.5, 0.8]");
    CC_TRY(read_mille(file, row->items[0], &ret->given, fault));
    return read_mille(file, row->items[1], &ret->share, fault);
}

/* The first row may lift a score, not lower it: what lies below it stays as it is. */
static cc_status read_rows(const cc_yaml_file *file, const cc_yaml *list, cc_scores *ret,
                           cc_fault *fault)
{
    if (list->kind != CC_YAML_LIST || list->count < 1 || list->count > CC_MAX_SCORE_ROWS)
        return cc_yaml_fault(file, list->offset, fault, "a list of 1 to %d rows belongs here",
                             CC_MAX_SCORE_ROWS);
    for (size_t i = 0; i < list->count; i++) {
        cc_score_row *row = &ret->rows[i];
        CC_TRY(read_row(file, list->items[i], row, fault));
        bool rises = i == 0 ? row->share >= row->given
                            : row->given > row[-1].given && row->share >= row[-1].share;
        if (!rises)
            return cc_yaml_fault(file, list->items[i]->offset, fault,
                                 "scores fall here: each row is above the one before it");
    }
    ret->row_count = list->count;
    return CC_OK;
}

cc_status cc_scores_read(const cc_yaml_file *file, cc_scores *ret, cc_fault *fault)
{
    static const char *const known[] = {"schema", "levels", "calibration", NULL};
    CC_TRY(cc_yaml_only(file, file->root, known, fault));
    const cc_yaml *levels = cc_yaml_find(file->root, "levels");
    const cc_yaml *rows   = cc_yaml_find(file->root, "calibration");
    if (levels != NULL)
        CC_TRY(read_levels(file, levels, ret, fault));
    return rows == NULL ? CC_OK : read_rows(file, rows, ret, fault);
}

uint32_t cc_scores_share(const cc_scores *scores, uint32_t given)
{
    size_t i = 0;
    while (i < scores->row_count && scores->rows[i].given <= given)
        i++;
    if (i == 0)
        return given;
    const cc_score_row *below = &scores->rows[i - 1], *above = &scores->rows[i];
    if (i == scores->row_count)
        return below->share;
    return below->share +
           (above->share - below->share) * (given - below->given) / (above->given - below->given);
}

cc_level cc_scores_level(const cc_scores *scores, uint32_t share)
{
    return share >= scores->error ? CC_ERROR : share >= scores->warning ? CC_WARNING : CC_NOTE;
}
