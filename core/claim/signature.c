/* signature.c - four bits a label. */
#include "claim/signature.h"

enum { BITS_A_LABEL = 4, BITS = CC_SIGNATURE_BYTES * 8 };

static uint64_t hash_label(cc_str label, cc_str sublabel)
{
    return cc_hash(label) * 31 + cc_hash(sublabel);
}

static size_t bit_of(uint64_t hash, int i)
{
    return (size_t)(hash >> (i * 13)) % BITS;
}

void cc_signature_add(char *bytes, cc_str label, cc_str sublabel)
{
    uint64_t hash = hash_label(label, sublabel);
    for (int i = 0; i < BITS_A_LABEL; i++) {
        size_t bit     = bit_of(hash, i);
        bytes[bit / 8] = (char)((unsigned char)bytes[bit / 8] | 1u << bit % 8);
    }
}

bool cc_signature_has(cc_str signature, cc_str label, cc_str sublabel)
{
    uint64_t hash = hash_label(label, sublabel);
    if (signature.len != CC_SIGNATURE_BYTES)
        return false;
    for (int i = 0; i < BITS_A_LABEL; i++) {
        size_t bit = bit_of(hash, i);
        if (!((unsigned char)signature.ptr[bit / 8] >> bit % 8 & 1))
            return false;
    }
    return true;
}
