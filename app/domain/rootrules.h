// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of an image root are taken, and what their places say. RootRules is what a person typed and
// what is stored; PathRules is the same, understood. Plain values.
#pragma once

#include "app/domain/pathpattern.h"
#include "app/domain/wildcard.h"

namespace assay {

struct RootRules
{
    QStringList include; ///< none: everything
    QStringList exclude;
    QString pathPattern; ///< empty: the place says nothing

    bool operator==(const RootRules&) const = default;
};

class PathRules
{
public:
    /// Takes everything and reads nothing from places.
    PathRules() = default;

    /// Invalid, with the pattern as subject and the reason as detail.
    static Result<PathRules> parse(const RootRules& rules);

    /// Whether a file is taken: included, where anything is said about that, and not excluded.
    bool takes(const QString& relativePath) const;
    /// What the place says; all empty where it has another shape.
    PathFacts factsOf(const QString& relativePath) const;

private:
    QList<PathWildcard> m_include;
    QList<PathWildcard> m_exclude;
    std::optional<PathPattern> m_pattern;
};

} // namespace assay
