/* bounds.h - every limit of the program, with its unit and the reason for the number. */
#ifndef CC_BASE_BOUNDS_H
#define CC_BASE_BOUNDS_H

#define CC_MIB (1024u * 1024u)

/* Reading. Those marked (option) can be changed on the command line. */
#define CC_MAX_MEMBER_BYTES (256u * CC_MIB) /* (option) a member is held whole */
#define CC_MAX_RATIO 200u                   /* (option) bytes out to bytes in, per archive */
#define CC_RATIO_FLOOR_BYTES (64u * CC_MIB) /* honest repetitive text reaches 183:1 below this */
#define CC_MAX_NESTING 3u                   /* (option) archives in archives */
#define CC_MAX_MEMBERS 5000000u             /* (option) members of one archive */
#define CC_MAX_FILTERS 8u                   /* stacked compressions of one archive */
#define CC_MAX_PATH_BYTES 4096u             /* as PATH_MAX; longer names are cut and counted */
#define CC_MAX_SPOOL_BYTES (1024u * CC_MIB) /* (option) a zip or 7z from a pipe, in a temp file */
#define CC_MAX_TEXT_BYTES (64u * CC_MIB)    /* text of one document; the rest is not read */
#define CC_MAX_BLOCKS 2000000u              /* blocks of one document */
#define CC_MAX_META 1000u                   /* metadata entries of one document */

/* A reader in a process of its own. Its seconds are the one limit that depends on the machine. */
#define CC_READER_MEMORY_BYTES                                                                     \
    (1024ull * CC_MIB)                     /* (option) address space; a tree of 16 MiB of
                                                     HTML takes half of it */
#define CC_READER_SECONDS 30u              /* (option) of processor time for a document */
#define CC_READER_PATIENCE 4u              /* times as many by the clock: it may sleep */
#define CC_MAX_FRAME_BYTES (256u * CC_MIB) /* a block of all the text, with its pieces */

/* Matching. Counts, never seconds: results must not depend on the machine. */
#define CC_MAX_WINDOW_BYTES (64u * 1024u) /* a longer block is split at a sentence */
#define CC_PCRE2_MATCH_LIMIT 1000000u     /* some milliseconds per start */
#define CC_PCRE2_DEPTH_LIMIT 100000u
#define CC_PCRE2_HEAP_KIB (64u * 1024u)
#define CC_JIT_STACK_BYTES (1024u * 1024u) /* 32 KiB, the default, gives -46 on long blocks */
#define CC_MAX_RULE_MATCHES 100000u        /* of one rule in one document */
#define CC_MAX_PATTERN_BYTES 8192u         /* pieces put in */
#define CC_MAX_RULES 10000u
#define CC_MAX_GROUPS 32u /* named groups of one rule file */

/* Facts, claims, findings. */
#define CC_MAX_FACTS 1000000u      /* of one document */
#define CC_MAX_CLAIMS 100000u      /* of one document */
#define CC_MAX_PASSAGE_BYTES 4096u /* looked at around a figure: time and memory grow with it */
#define CC_MAX_QUOTE_BYTES 1024u   /* a sentence kept in a record */
#define CC_MAX_KEYS 6u             /* keys of one claim: five by words, one by digits */
#define CC_MAX_KEY_BYTES 512u      /* Hadoop and Spark take more, people do not */
#define CC_MAX_GROUP_RECORDS 2000u /* claims of one key; more are regrouped by their next stem */
#define CC_MAX_PAIRS 20000000u /* of one run: 64 bytes each; the rest is counted as not compared */
#define CC_MAX_RELATED 1000u   /* places of one finding */
#define CC_MAX_JSON_DEPTH 16u
#define CC_MAX_RECORD_BYTES (1024u * 1024u) /* one line of map, reduce or finish */

#endif
