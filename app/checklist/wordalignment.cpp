// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/wordalignment.h"

#include <algorithm>

namespace assay {

namespace {

constexpr qint64 kMostCells = 1'000'000;

struct Range
{
    int fromFirst;
    int fromEnd;
    int toFirst;
    int toEnd;
};

/// Pairs the words at both ends, and returns what is between.
Range pairEnds(const Words& from, const Words& to, std::vector<int>* partner)
{
    Range range{0, int(from.size()), 0, int(to.size())};
    const auto isSame = [&](int a, int b) { return from.at(a).key == to.at(b).key; };
    while (range.fromFirst < range.fromEnd && range.toFirst < range.toEnd &&
           isSame(range.fromFirst, range.toFirst))
        (*partner)[size_t(range.fromFirst++)] = range.toFirst++;
    while (range.fromFirst < range.fromEnd && range.toFirst < range.toEnd &&
           isSame(range.fromEnd - 1, range.toEnd - 1))
        (*partner)[size_t(--range.fromEnd)] = --range.toEnd;
    return range;
}

/// Pairs the longest common subsequence of the range.
void pairBetween(const Words& from, const Words& to, const Range& range, std::vector<int>* partner)
{
    const int n = range.fromEnd - range.fromFirst;
    const int m = range.toEnd - range.toFirst;
    if (n == 0 || m == 0 || qint64(n) * m > kMostCells)
        return;
    const size_t width = size_t(m) + 1;
    const auto isSame = [&](int i, int j) {
        return from.at(range.fromFirst + i).key == to.at(range.toFirst + j).key;
    };
    std::vector<int> lengths((size_t(n) + 1) * width, 0);
    for (int i = n - 1; i >= 0; --i) {
        for (int j = m - 1; j >= 0; --j) {
            const size_t here = size_t(i) * width + size_t(j);
            lengths[here] = isSame(i, j) ? lengths[here + width + 1] + 1
                                         : std::max(lengths[here + width], lengths[here + 1]);
        }
    }
    for (int i = 0, j = 0; i < n && j < m;) {
        const size_t here = size_t(i) * width + size_t(j);
        if (isSame(i, j))
            (*partner)[size_t(range.fromFirst + i++)] = range.toFirst + j++;
        else if (lengths[here + width] >= lengths[here + 1])
            ++i;
        else
            ++j;
    }
}

} // namespace

WordAlignment alignWords(const Words& from, const Words& to)
{
    WordAlignment result;
    result.partner.assign(size_t(from.size()), -1);
    pairBetween(from, to, pairEnds(from, to, &result.partner), &result.partner);
    WordGap gap;
    for (int i = 0; i <= int(from.size()); ++i) {
        const int partner = i < int(from.size()) ? result.partner[size_t(i)] : int(to.size());
        if (partner < 0)
            continue;
        gap.fromEnd = i;
        gap.toEnd = partner;
        if (gap.fromCount() > 0 || gap.toCount() > 0)
            result.gaps.push_back(gap);
        gap.fromFirst = i + 1;
        gap.toFirst = partner + 1;
    }
    return result;
}

} // namespace assay
