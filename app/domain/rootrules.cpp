// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/rootrules.h"

#include <algorithm>

namespace assay {

namespace {

Result<QList<PathWildcard>> parseAll(const QStringList& patterns)
{
    QList<PathWildcard> parsed;
    for (const QString& pattern : patterns) {
        auto wildcard = PathWildcard::parse(pattern);
        if (!wildcard)
            return wildcard.error();
        parsed.append(*std::move(wildcard));
    }
    return parsed;
}

bool isMatched(const QList<PathWildcard>& patterns, const QString& path)
{
    return std::ranges::any_of(patterns, [&](const PathWildcard& pattern) { return pattern.matches(path); });
}

} // namespace

Result<PathRules> PathRules::parse(const RootRules& rules)
{
    PathRules parsed;
    auto include = parseAll(rules.include);
    if (!include)
        return include.error();
    auto exclude = parseAll(rules.exclude);
    if (!exclude)
        return exclude.error();
    parsed.m_include = *std::move(include);
    parsed.m_exclude = *std::move(exclude);
    if (rules.pathPattern.isEmpty())
        return parsed;
    auto pattern = PathPattern::parse(rules.pathPattern);
    if (!pattern)
        return pattern.error();
    parsed.m_pattern = *std::move(pattern);
    return parsed;
}

bool PathRules::takes(const QString& relativePath) const
{
    return (m_include.isEmpty() || isMatched(m_include, relativePath)) && !isMatched(m_exclude, relativePath);
}

PathFacts PathRules::factsOf(const QString& relativePath) const
{
    return m_pattern ? m_pattern->read(relativePath).value_or(PathFacts()) : PathFacts();
}

} // namespace assay
