// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's place says about it, by a small pattern: `{client}/{asset}/*`, `{asset}_v{cycle}_*`. Names in
// braces take at least one character of one name and as few as fit; `*` and `?` stay within a name, `**` is
// any number of folders (at the end: the file and any folders above it). An extension is never part of what
// a placeholder at the end takes. A path of another shape says nothing. Pure.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace assay {

/// What is empty is not said.
struct PathFacts
{
    QString client;
    QString asset;
    QString batch;
    std::optional<int> cycle;

    bool operator==(const PathFacts&) const = default;
};

class PathPattern
{
public:
    /// {client}, {asset}, {batch}, {cycle}; Invalid, with the reason, for an unknown or repeated one, two
    /// that touch each other or a `*`, and a path that is none.
    static Result<PathPattern> parse(const QString& pattern);

    /// Nothing when the path has another shape. `path` is relative, with `/`.
    std::optional<PathFacts> read(const QString& path) const;

    enum class Kind { Literal, AnyOne, AnyMany, Client, Asset, Batch, Cycle };
    struct Token
    {
        Kind kind = Kind::Literal;
        QString text{};
    };
    /// The pattern of one name; empty: `**`.
    using Segment = QList<Token>;

private:
    explicit PathPattern(QList<Segment> segments);

    QList<Segment> m_segments;
};

} // namespace assay
