/* claimcheck.h - the contract between claimcheck and a plugin.
 *
 * The only project header a plugin includes. Read it top to bottom: version, plain data, the
 * document, facts and claims, what the host offers, the four stages, the entry point.
 *
 *   bytes --reader--> blocks --extractor--> facts --checker--> findings --reporter--> bytes
 *
 * What holds for every call below, so that no comment repeats it:
 *   text      is valid UTF-8; that of a cc_doc is NFC without NUL. A cc_str is not NUL-terminated.
 *   offsets   count bytes from the start of cc_doc.text.
 *   pointers  handed to a call are borrowed: valid until that call returns.
 *             What is put into a sink is copied by the host.
 *   memory    comes from host->alloc; the host gives it back.
 *   threads   one instance (`self`) is never called from two threads at once;
 *             two instances may be. So a plugin has no writable globals.
 */
#ifndef CLAIMCHECK_H
#define CLAIMCHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* -- Version ------------------------------------------------------------------------------- */

/* Major 0: free to change until every stage has two plugins of its own. */
#define CC_ABI_MAJOR 0u
#define CC_ABI_MINOR 1u
#define CC_ABI ((CC_ABI_MAJOR << 16) | CC_ABI_MINOR)

/* A struct that may grow begins with `size`, set by the side that made it.
 * CC_HAS tells whether that side knew `field`. */
#define CC_HAS(type, p, field) ((p)->size >= offsetof(type, field) + sizeof(((type *)0)->field))

/* -- Status: graded by what the caller does next --------------------------------------------- */

typedef int32_t cc_status;
enum {
    CC_OK    = 0,  /* go on */
    CC_END   = 1,  /* nothing more to come; not an error */
    CC_WARN  = -1, /* a part was lost: keep the result and say so */
    CC_FAIL  = -2, /* this document is lost: go on with the next */
    CC_FATAL = -3, /* the run is lost: stop */
};

/* -- Plain data ------------------------------------------------------------------------------ */

typedef struct cc_str {
    const char *ptr;
    size_t      len; /* bytes */
} cc_str;

typedef struct cc_span {
    uint32_t off; /* bytes from the start of cc_doc.text */
    uint32_t len; /* bytes */
} cc_span;

/* An exact decimal, mant * 10^exp10: "4.2 million" is {42, 5}. Never a double. */
typedef struct cc_dec {
    int64_t mant;
    int32_t exp10;
} cc_dec;

typedef uint32_t cc_hedge;
enum {
    CC_HEDGE_NONE = 0,
    CC_HEDGE_ABOUT,      /* "about", "some" */
    CC_HEDGE_JUST_UNDER, /* "nearly", "close to" */
    CC_HEDGE_JUST_OVER,  /* "just over" */
    CC_HEDGE_OVER,       /* (v, inf) */
    CC_HEDGE_AT_LEAST,   /* [v, inf) */
    CC_HEDGE_UNDER,      /* (-inf, v) */
    CC_HEDGE_UP_TO,      /* (-inf, v] */
};

enum {
    CC_LOW_OPEN  = 1, /* `low` itself is outside */
    CC_HIGH_OPEN = 2,
    CC_NO_LOW    = 4, /* no lower bound; `low` is {0, 0} */
    CC_NO_HIGH   = 8,
    CC_EXACT     = 16, /* a whole number, no scale word, no insignificant zeros, no hedge */
    CC_RANGE     = 32, /* two numbers were written; `stated` is the first of them */
    CC_SCALED    = 64, /* a scale word was written ("million") */
};

/* What a written figure can stand for: the interval from low to high. */
typedef struct cc_value {
    cc_dec   stated; /* as written, scale word applied, hedge ignored */
    cc_dec   step;   /* the unit of the last significant digit written: 100,000 in "4.9 million" */
    cc_dec   low, high;
    uint32_t flags;
    cc_hedge hedge;
} cc_value;

typedef uint32_t cc_granularity;
enum { CC_DAY = 1, CC_MONTH, CC_QUARTER, CC_PART, CC_YEAR, CC_YEARS };

/* Days are counted from 1970-01-01; both ends belong to the period. */
typedef struct cc_period {
    int32_t        day_first, day_last; /* first > last: unknown */
    cc_granularity granularity;
    bool           fiscal;
    cc_hedge       hedge; /* CC_HEDGE_UNDER "before", CC_HEDGE_OVER "after", CC_HEDGE_UP_TO "by" */
} cc_period;

/* -- The document ------------------------------------------------------------------------------ */

typedef uint32_t cc_block_kind;
enum {
    CC_PARAGRAPH = 1,
    CC_HEADING,
    CC_ITEM,
    CC_CELL,
    CC_CAPTION,
    CC_FOOTNOTE,
    CC_ENDNOTE,
    CC_MARGIN,  /* a header or footer of a page */
    CC_COMMENT, /* what a reviewer or a speaker wrote beside the text */
    CC_BLOCK_KIND_COUNT,
};

/* Where something stands in the file as it was handed in. */
typedef uint32_t cc_place_kind;
enum { CC_PLACE_BYTES = 1, CC_PLACE_PARAGRAPH, CC_PLACE_PAGE };

typedef struct cc_place {
    cc_place_kind kind;
    union {
        struct {
            uint64_t start, end; /* end exclusive */
        } bytes;
        struct {
            uint32_t part, paragraph, start_cp, end_cp;
        } paragraph;
        struct {
            uint32_t page;                       /* counted from 1 */
            float    x0_pt, y0_pt, x1_pt, y1_pt; /* origin top left */
        } page;
    } at;
} cc_place;

/* A run of a block's text and the place it came from. Pieces follow one another without gaps.
 * CC_VERBATIM: the bytes of the source are the bytes of the text, one for one, or the characters of
 * a paragraph are; else the piece maps as a whole ("&amp;" to "&", a line break and its indent to
 * one blank). */
enum { CC_VERBATIM = 1 };
typedef struct cc_piece {
    uint32_t text_off, text_len;
    uint32_t flags;
    cc_place place;
} cc_piece;

/* What a reader puts, in reading order. */
typedef struct cc_block_in {
    uint32_t      size;
    cc_block_kind kind;
    uint32_t      level;       /* heading: 1 is the outermost; item: depth from 1; else 0 */
    uint32_t      page;        /* counted from 1; 0 where the format has no pages */
    cc_str        text;        /* one blank between words, no line breaks */
    cc_str        row, column; /* labels that hold for this block: a field's name, table headers */
    const cc_piece *pieces;
    size_t          piece_count;
} cc_block_in;

typedef struct cc_block {
    cc_block_kind kind;
    uint32_t      level, page;
    cc_span       span;
    cc_str        row, column;
    cc_str        language; /* "en" */
} cc_block;

typedef struct cc_sentence {
    cc_span  span;
    uint32_t block; /* index into cc_doc.blocks */
} cc_sentence;

typedef struct cc_meta {
    cc_str key; /* "title", "author", "date", or the format's own */
    cc_str value;
    cc_str origin; /* the reader's name, "path", "container" */
} cc_meta;

typedef uint32_t cc_date_origin;
enum {
    CC_DATE_UNKNOWN = 0,
    CC_DATE_OPTION, /* --document-dates */
    CC_DATE_METADATA,
    CC_DATE_DATELINE, /* written in the first blocks */
    CC_DATE_PATH,
    CC_DATE_CONTAINER, /* the archive's or server's; weak */
};

typedef struct cc_doc {
    uint32_t           size;
    cc_str             path; /* "bundle.zip!reports/q3.docx": '!' enters an archive */
    cc_str             text; /* the blocks, each followed by '\n' */
    const cc_block    *blocks;
    size_t             block_count;
    const cc_sentence *sentences;
    size_t             sentence_count;
    const cc_meta     *meta;
    size_t             meta_count;
    cc_period          date; /* the document's own date */
    cc_date_origin     date_origin;
} cc_doc;

/* -- Facts and claims ---------------------------------------------------------------------------- */

typedef uint32_t cc_kind;
enum {
    CC_DATE = 1,
    CC_DURATION,
    CC_NUMBER,
    CC_MONEY,
    CC_PERCENT,
    CC_QUANTITY,
    CC_RANK,
    CC_MULTIPLE,
    CC_ENTITY,
    CC_ACRONYM,
    CC_NOTE_MARKER,
    CC_QUOTATION,
    CC_RECOMMENDATION,
    CC_CITATION,
    CC_KIND_COUNT,
};

/* A typed span that an extractor found. Fields that the kind has no use for stay zero. */
typedef struct cc_fact {
    uint32_t  size;
    cc_kind   kind;
    cc_span   span;       /* the figure alone: no hedge, no date in parentheses */
    uint32_t  rule;       /* the handle in the cc_match it came from */
    cc_value  value;      /* figures */
    cc_str    unit;       /* money: "USD"; "percent", "percentage-point", "km"; number: "" */
    cc_str    per;        /* "day", "year", "100000 inhabitants"; or "" */
    cc_period period;     /* date */
    uint32_t  weekday;    /* date: 1 Monday to 7 Sunday as written; 0 none */
    bool      impossible; /* date: no such day; period is unknown then */
    cc_str    timex;      /* date, duration: TIMEX3 value. A range, "2013/2016", may be followed by
                           * its two ends, with its rule and its period */
    cc_str    entity;     /* entity: "ORG", "PER", "LOC" */
    cc_str    name;       /* entity, acronym: the full name */
} cc_fact;

typedef uint32_t cc_aspect;
enum { CC_LEVEL = 1, CC_CHANGE, CC_RATE_OF_CHANGE, CC_SHARE, CC_ASPECT_MULTIPLE, CC_ASPECT_RANK };

typedef uint32_t cc_modality;
enum {
    CC_STATED = 1,
    CC_ESTIMATE,
    CC_FORECAST,
    CC_TARGET,
    CC_CONDITIONAL,
    CC_NEGATED,
    CC_QUOTED,
};

typedef uint32_t cc_period_origin;
enum {
    CC_FROM_NOWHERE = 0,
    CC_FROM_SENTENCE,
    CC_FROM_HEADER, /* heading, label, table header, list lead-in */
    CC_FROM_BEFORE, /* the sentence before */
    CC_FROM_DOCUMENT,
};

/* A document as a record carries it, when its text is gone. */
typedef struct cc_doc_ref {
    uint32_t  size;
    cc_str    path;
    cc_str    sha256;  /* of its bytes, hex */
    cc_str    subject; /* what it is about: claim/subject.h */
    cc_str    labels;  /* a Bloom filter of its labels: claim/signature.h */
    cc_period date;
    bool      checked; /* on the checked side; false: given with --against */
} cc_doc_ref;

/* Where a span stands in the original file. */
typedef struct cc_position {
    cc_place place;
    uint32_t line, column; /* counted from 1, code points; 0 where the format has no lines */
} cc_position;

/* A stem of the words that say what is measured. */
typedef struct cc_stem {
    cc_str   stem;
    uint16_t weight; /* how surely it belongs to this figure, in 1/1000 */
    uint16_t idf;    /* how rare it is in the language, in 1/1000 */
    bool     own;    /* stands with this figure and with no other */
} cc_stem;

/* A figure with what it measures. */
typedef struct cc_claim {
    uint32_t          size;
    const cc_doc_ref *doc;
    cc_kind           kind;
    cc_position       position;
    uint32_t         passage; /* offset of the passage in the document: figures are aligned in it */
    uint32_t         order;   /* offset of the figure in the document's text */
    cc_str           text;    /* as written, without markup; NFC, white space runs as one blank */
    cc_str           sentence; /* at most CC_MAX_QUOTE_BYTES, cut around the figure */
    cc_span          mark;     /* the figure in `sentence`, bytes */
    cc_value         value;
    cc_str           unit, per;
    cc_str           noun;    /* stems of the counted noun, the head last */
    const cc_stem   *measure; /* sorted by stem */
    size_t           measure_count;
    const cc_str    *scope; /* entities, folded; first the places next to the figure */
    size_t           scope_count;
    size_t           scope_own;    /* how many of them those are */
    bool             scope_origin; /* the first one says whose it is: "Canadian exports" */
    cc_str           label;        /* folded label of a record block; "" in prose */
    cc_str           sublabel;
    cc_str           skeleton; /* hash of its sentence with digits and months blotted out */
    cc_period        period;
    cc_period_origin period_origin;
    cc_aspect        aspect;
    int32_t          direction; /* of a change: -1 down, 1 up, 0 not said */
    cc_modality      modality;
    cc_str           source;  /* what the sentence credits */
    bool             revised; /* the sentence says that it replaces an earlier figure */
} cc_claim;

/* -- Findings -------------------------------------------------------------------------------------- */

typedef uint32_t cc_level;
enum { CC_NOTE = 1, CC_WARNING, CC_ERROR }; /* as SARIF names them */

/* One place of a finding, self-contained: it outlives its document. */
typedef struct cc_side {
    const cc_doc_ref *doc;
    cc_position       position;
    uint32_t          order;
    cc_str            text, sentence;
    cc_span           mark;
    cc_kind           kind;
    cc_value          value;
    cc_str            unit;
} cc_side;

typedef struct cc_reason {
    cc_str measure, scope, period; /* in words; "" where it plays no part */
    cc_str gap;                    /* "1000x", "0.4 percentage-point" */
} cc_reason;

typedef struct cc_finding {
    uint32_t       size;
    cc_str         check;   /* "value-conflict"; must be one of the plugin's checks */
    uint32_t       score;   /* 0 to 1000; the host derives what users see, and the level, from it */
    cc_str         message; /* one plain sentence */
    cc_reason      reason;
    cc_side        primary;
    const cc_side *related;
    size_t         related_count;
    cc_level       level; /* filled by the host, as are the fields below */
    cc_str         fingerprint, statistic;
    uint32_t       primary_places, related_places; /* how many places agree with either side */
} cc_finding;

/* -- What the host offers ---------------------------------------------------------------------------- */

typedef struct cc_host cc_host;

/* The parts of a written date as a rule's groups hold them; unused ones are empty. */
typedef struct cc_date_parts {
    uint32_t size;
    cc_str   weekday, day, month, year;
    cc_str   day2, month2, year2; /* the end of a range */
    cc_str   quarter, half, part; /* "3", "Q3", "third"; "mid", "early", "late"; "summer" */
    cc_str   fiscal;              /* any text: a fiscal year */
    cc_str   decade;              /* any text: year names a decade */
    cc_str   relative;            /* "last year", "today": against the document's date */
    cc_str   hedge;               /* "since", "before", "by" */
} cc_date_parts;

#define CC_NO_GROUP UINT32_MAX

struct cc_host {
    uint32_t size;
    uint32_t abi;
    void    *core; /* the host's own */

    /* Zeroed memory that lives as long as the document in hand (in open: as long as the
     * plugin). Never NULL: running out ends the program. */
    void *(*alloc)(const cc_host *, size_t bytes, size_t align);

    /* Records a message and returns `status`, so that an error is one line:
     *     return host->fail(host, CC_FAIL, off, "unclosed tag '%s'", name); */
    cc_status (*fail)(const cc_host *, cc_status status, uint32_t off, const char *fmt, ...)
        __attribute__((format(printf, 4, 5)));

    /* The value of one of the plugin's own options, NUL-terminated, never NULL. */
    const char *(*option)(const cc_host *, const char *name);

    /* Resolved once, in open. A group's slot is the same in every rule of the plugin's file.
     * CC_NO_GROUP: no such rule or group. */
    uint32_t (*rule)(const cc_host *, const char *id);
    uint32_t (*group)(const cc_host *, const char *name);

    /* A number as prose writes it, digits or words, scale word included, hedge not: "4.9",
     * "1,250", "three hundred", "half", "25-40 billion". `scale` may be empty or stand apart.
     * Errors: CC_WARN - it is no number, or has more than 18 digits. */
    cc_status (*number)(const cc_host *, cc_str text, cc_str scale, cc_value *ret);

    /* Fills kind, period, weekday, impossible and timex of *ret; a day that does not exist
     * (31 April) is a date all the same. Errors: CC_WARN - the parts are no date. */
    cc_status (*period)(const cc_host *, const cc_doc *, const cc_date_parts *, cc_fact *ret);

    /* The canonical name of a unit or a currency sign: "US$" to "USD", "miles" to "mile".
     * Empty: not in the tables. `per` is folded the same way: "a day" to "day". */
    cc_str (*unit)(const cc_host *, cc_str written);

    /* A value from a data file the plugin names in `tables`; empty: none. */
    cc_str (*table)(const cc_host *, const char *table, cc_str key);
};

/* -- The four stages: each is handed just what it may read and write ---------------------------------- */

/* Why a reader gave up a part of a document or all of it. */
typedef uint32_t cc_lost;
enum {
    CC_LOST_UNKNOWN = 0,
    CC_LOST_TOO_LARGE,
    CC_LOST_TOO_MANY_BLOCKS,
    CC_LOST_ENCRYPTED,
    CC_LOST_NO_TEXT, /* pictures of pages, frames */
    CC_LOST_DAMAGED,
    CC_LOST_UNSUPPORTED, /* another format than the first bytes let expect */
    CC_LOST_COUNT,
};

typedef struct cc_block_sink cc_block_sink;
struct cc_block_sink {
    uint32_t size;
    void    *core;
    cc_status (*block)(
        cc_block_sink *,
        const cc_block_in
            *); /* CC_END: the text is long enough; CC_FAIL: pieces or UTF-8 are wrong */
    cc_status (*meta)(cc_block_sink *, cc_str key, cc_str value);
    /* Says why, before `read` returns CC_WARN or CC_FAIL; the message is host->fail's. */
    void (*lost)(cc_block_sink *, cc_lost why);
};

typedef struct cc_reader {
    uint32_t size;
    bool     wants_text; /* the host decodes to UTF-8 first; places count the decoded bytes */
    /* How sure it is that it can read this, 0 (no) to 100. `head` is the member's first
     * 4096 bytes, or all of a shorter one; decoded if the reader wants text and it is UTF-16 or
     * UTF-32. Must not allocate or fail. */
    int32_t (*bid)(cc_str head, cc_str name);
    cc_status (*read)(void *self, const cc_host *, cc_str bytes, cc_block_sink *out);
    /* false: `open`, `read` and `close` run in a process of their own that has no files and no
     * network, bounded memory and time, and of the host only alloc, fail and option. true: they
     * run in the program itself; for readers that can do no harm whatever they are given. */
    bool in_process;
    /* With wants_text: the encoding that the text itself names ("iso-8859-1"), a part of `head`,
     * the first 4096 bytes as they are; empty: none. NULL: the format has no place for it. Must
     * not allocate or fail. */
    cc_str (*charset)(cc_str head);
} cc_reader;

/* One match of one rule; spans of groups that took no part have off == UINT32_MAX. */
typedef struct cc_match {
    uint32_t       rule;
    uint32_t       block;
    cc_span        span;
    const cc_span *groups; /* by slot */
} cc_match;

typedef struct cc_fact_sink cc_fact_sink;
struct cc_fact_sink {
    uint32_t size;
    void    *core;
    cc_status (*put)(cc_fact_sink *, const cc_fact *); /* CC_FAIL: too many facts */
};

typedef struct cc_extractor {
    uint32_t size;
    cc_status (*extract)(void *self, const cc_host *, const cc_doc *, const cc_match *matches,
                         size_t match_count, cc_fact_sink *out);
} cc_extractor;

typedef struct cc_finding_sink cc_finding_sink;
struct cc_finding_sink {
    uint32_t size;
    void    *core;
    cc_status (*put)(cc_finding_sink *, const cc_finding *);
    /* A side at a fact or a claim of the document in hand. */
    void (*side_of_fact)(cc_finding_sink *, const cc_fact *, cc_side *ret);
    void (*side_of_claim)(cc_finding_sink *, const cc_claim *, cc_side *ret);
};

/* What core found for a pair of claims; no checker compares again. */
typedef uint32_t cc_relation;
enum { CC_NOT_COMPARABLE = 0, CC_AGREE, CC_CONFLICT };

typedef struct cc_verdict {
    const cc_claim *primary, *related;
    cc_relation     relation;
    uint32_t        score;   /* 0 to 1000, 500 is the threshold that holds for this run */
    int32_t         power10; /* conflict: the digits agree and the values lie 10^power10 apart */
    cc_reason       reason;
    bool            rates; /* they count over different spans: one was converted to compare them */
} cc_verdict;

typedef struct cc_check {
    const char *id, *about; /* about: one sentence */
    const char *help;       /* what it compares, what it leaves alone: `claimcheck explain` */
} cc_check;

typedef struct cc_checker {
    uint32_t        size;
    const cc_check *checks; /* ends with a zeroed entry */
    /* Either may be NULL, not both. `document` sees one document, `group` what aligned. */
    cc_status (*document)(void *self, const cc_host *, const cc_doc *, const cc_fact *facts,
                          size_t fact_count, const cc_claim *claims, size_t claim_count,
                          cc_finding_sink *out);
    cc_status (*group)(void *self, const cc_host *, const cc_verdict *verdicts, size_t count,
                       cc_finding_sink *out);
} cc_checker;

/* One `document` record. */
typedef struct cc_doc_status {
    cc_str         path, status, reason, detail;
    uint64_t       bytes;
    cc_period      date;
    cc_date_origin date_origin;
    cc_str         language, sha256;
    bool           checked;
} cc_doc_status;

typedef struct cc_agreement {
    uint32_t       score;
    cc_str         statistic;
    cc_side        primary;
    const cc_side *related;
    size_t         related_count;
} cc_agreement;

/* A place that a figure was held against. */
typedef struct cc_comparison {
    const cc_doc_ref  *doc; /* NULL: the finding is of the figure alone */
    const cc_position *position;
    const cc_finding  *finding; /* NULL: the two agree */
} cc_comparison;

/* A figure of a checked document, for people who tick off each. */
typedef struct cc_figure {
    cc_side              side;
    const cc_claim      *claim;                  /* NULL: it is none */
    cc_str               instead;                /* of a claim: "identifier" */
    cc_str               measure, scope, period; /* of the claim, in words */
    cc_str               aspect, modality;
    const cc_comparison *compared; /* by place; those of a repeated sentence are its first's */
    size_t               compared_count;
} cc_figure;

typedef struct cc_count {
    cc_str   name;
    uint64_t n;
} cc_count;

typedef struct cc_results {
    uint32_t             size;
    const cc_doc_status *docs; /* by path; all documents */
    size_t               doc_count;
    const cc_finding    *findings; /* by document, then offset, then check */
    size_t               finding_count;
    const cc_agreement  *agreements; /* empty unless asked for */
    size_t               agreement_count;
    const cc_count      *facts; /* by kind's name, zero ones left out */
    size_t               facts_count;
    const cc_count      *by_check;
    size_t               by_check_count;
    uint64_t documents, partial, unreadable, skipped, bytes, claims, compared, not_compared,
        agreeing, below_score, waived;
    bool             all_documents; /* --documents: print every document record */
    bool             colour;
    const cc_figure *figures; /* by document, then offset; empty unless a reporter wants them */
    size_t           figure_count;
    uint32_t         columns; /* of the terminal; 0: what is written goes to none */
} cc_results;

typedef struct cc_byte_sink cc_byte_sink;
struct cc_byte_sink {
    uint32_t size;
    void    *core;
    cc_status (*put)(cc_byte_sink *, cc_str bytes); /* CC_FATAL: cannot write */
};

typedef struct cc_reporter {
    uint32_t    size;
    const char *format; /* as in --format */
    cc_status (*report)(void *self, const cc_host *, const cc_results *, cc_byte_sink *out);
    bool wants_figures; /* the results list every figure: some 1 KiB of memory each */
} cc_reporter;

/* -- The plugin ------------------------------------------------------------------------------------------ */

typedef struct cc_option {
    const char *name;
    const char *standard; /* the value when the user gives none */
    const char *help;     /* one line, shown by --help */
} cc_option;

typedef struct cc_plugin {
    uint32_t           size;
    uint32_t           abi;     /* CC_ABI as the plugin was built */
    const char        *name;    /* as in the file name: "extract_money" */
    const char        *summary; /* one line, shown by `claimcheck plugins` */
    const char        *rules;   /* the kind of its rule file, "money"; or NULL */
    const char *const *tables;  /* data files it reads, ends with NULL; or NULL */
    const cc_option   *options; /* ends with a zeroed entry; or NULL */

    /* Either may be NULL. open sets *ret_self only when it returns CC_OK. */
    cc_status (*open)(const cc_host *, void **ret_self);
    void (*close)(void *self);

    /* Exactly one is set. It says which stage this plugin is. */
    const cc_reader    *reader;
    const cc_extractor *extractor;
    const cc_checker   *checker;
    const cc_reporter  *reporter;
} cc_plugin;

/* The one symbol a plugin exports; its definition begins with CC_PLUGIN_ENTRY.
 * A function and not an object: dlsym is only sure to work on functions. It is called before
 * the versions are compared, so it must do nothing but return a static table. */
#define CC_PLUGIN_SYMBOL "claimcheck_plugin"
#define CC_PLUGIN_ENTRY                                                                            \
    __attribute__((visibility("default"))) const cc_plugin *claimcheck_plugin(void);               \
    const cc_plugin                                        *claimcheck_plugin(void)

#endif
