// SPDX-License-Identifier: GPL-3.0-or-later
// The libFuzzer program of one entry, named by ASSAY_FUZZ_ENTRY.
#include "tests/fuzz/entries.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const auto entry =
        std::find_if(assay::fuzz::entries().cbegin(), assay::fuzz::entries().cend(),
                     [](const assay::fuzz::Entry& candidate) { return candidate.name == ASSAY_FUZZ_ENTRY; });
    if (entry == assay::fuzz::entries().cend())
        std::abort();
    entry->run(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    return 0;
}
