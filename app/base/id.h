// SPDX-License-Identifier: GPL-3.0-or-later
// Id<Tag>: a row number that cannot be mixed up with the row number of another table.
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace assay {

template<typename Tag>
struct Id
{
    qint64 value = 0; ///< 0: none

    bool isValid() const { return value > 0; }
    auto operator<=>(const Id&) const = default;
};

template<typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

} // namespace assay
