// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns for relative paths as people type them: `*` and `?` within one name, `**` over any number of
// folders. Upper and lower case are the same, so that `*.png` finds `A.PNG`. Pure and without regular
// expressions; the time is bounded by pattern length times path length.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace assay {

/// Whether the whole name is what the pattern says.
bool matchesName(QStringView pattern, QStringView name);

/// One pattern of an include or exclude list. Without `/` it is about a name anywhere in the path (`*.png`,
/// `drafts`); with `/` about the path from the root on (`final/**`). What holds for a folder holds for all
/// that is below it.
class PathWildcard
{
public:
    /// Invalid for an empty pattern, one that is too long, goes up (`..`) or starts at `/`.
    static Result<PathWildcard> parse(const QString& pattern);

    /// `path` is relative, with `/`.
    bool matches(const QString& path) const;

private:
    explicit PathWildcard(QStringList segments, bool isAnywhere, bool isFolder);

    QStringList m_segments;
    bool m_isAnywhere; ///< about one name, wherever it stands
    bool m_isFolder;   ///< not about the file's own name
};

/// The names of a pattern's path, or what is wrong with it; `**` is a name of its own.
Result<QStringList> patternSegments(const QString& pattern);

} // namespace assay
