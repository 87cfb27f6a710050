// SPDX-License-Identifier: GPL-3.0-or-later
// Which generations a view is about (METRICS.md section 4). Plain value; by name, as people and logs say it.
#pragma once

#include <QString>

#include <optional>

namespace assay {

/// What a view can be narrowed to, and what it can be divided by.
enum class Dimension { Client, Model, Template };

struct ViewFilter
{
    std::optional<QString> client{}; ///< nothing: all of them; the same for the next two
    std::optional<QString> model{};
    std::optional<QString> templateName{};

    /// Whether the roll-ups, which are kept by client, can't answer it.
    bool isNarrow() const { return model || templateName; }
    bool operator==(const ViewFilter&) const = default;
};

} // namespace assay
