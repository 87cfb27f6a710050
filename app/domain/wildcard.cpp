// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/wildcard.h"

#include <algorithm>

namespace assay {

namespace {

constexpr qsizetype kMaxPatternLength = 400;
constexpr QLatin1String kAnyFolders("**");

Error invalid(const QString& pattern, const QString& reason)
{
    return {ErrorKind::Invalid, pattern, reason};
}

/// The classic wildcard match: the last star is remembered and takes one more each time what follows it does
/// not fit. Works on anything that is a row of patterns and a row of values.
template<typename IsStar, typename Fits>
bool matchesRow(qsizetype patterns, qsizetype values, IsStar isStar, Fits fits)
{
    qsizetype pattern = 0;
    qsizetype value = 0;
    qsizetype star = -1;
    qsizetype taken = 0;
    while (value < values) {
        if (pattern < patterns && isStar(pattern)) {
            star = pattern++;
            taken = value;
        } else if (pattern < patterns && fits(pattern, value)) {
            ++pattern;
            ++value;
        } else if (star >= 0) {
            pattern = star + 1;
            value = ++taken;
        } else {
            return false;
        }
    }
    while (pattern < patterns && isStar(pattern))
        ++pattern;
    return pattern == patterns;
}

bool matchesSegments(const QStringList& pattern, const QStringList& names)
{
    return matchesRow(
        pattern.size(), names.size(), [&](qsizetype i) { return pattern[i] == kAnyFolders; },
        [&](qsizetype i, qsizetype k) { return matchesName(pattern[i], names[k]); });
}

} // namespace

bool matchesName(QStringView pattern, QStringView name)
{
    return matchesRow(
        pattern.size(), name.size(), [&](qsizetype i) { return pattern[i] == u'*'; },
        [&](qsizetype i, qsizetype k) {
            return pattern[i] == u'?' || pattern[i].toCaseFolded() == name[k].toCaseFolded();
        });
}

Result<QStringList> patternSegments(const QString& pattern)
{
    if (pattern.isEmpty())
        return invalid(pattern, QStringLiteral("the pattern is empty"));
    if (pattern.size() > kMaxPatternLength)
        return invalid(
            pattern.left(40),
            QStringLiteral("the pattern is longer than %1 characters").arg(int(kMaxPatternLength)));
    if (std::ranges::any_of(pattern, [](QChar c) { return c.unicode() < 32; }))
        return invalid(pattern.simplified(),
                       QStringLiteral("the pattern has a line break or control character"));
    if (pattern.startsWith(u'/'))
        return invalid(pattern, QStringLiteral("a pattern begins below the folder, without \"/\" in front"));
    const QStringList segments = pattern.split(u'/');
    for (const QString& segment : segments) {
        if (segment.isEmpty())
            return invalid(pattern, QStringLiteral("there is nothing between two \"/\""));
        if (segment == QLatin1String(".") || segment == QLatin1String(".."))
            return invalid(pattern, QStringLiteral("\".\" and \"..\" lead out of the folder's paths"));
    }
    return segments;
}

PathWildcard::PathWildcard(QStringList segments, bool isAnywhere, bool isFolder)
    : m_segments(std::move(segments))
    , m_isAnywhere(isAnywhere)
    , m_isFolder(isFolder)
{
}

Result<PathWildcard> PathWildcard::parse(const QString& pattern)
{
    const bool isFolder = pattern.size() > 1 && pattern.endsWith(u'/');
    auto segments = patternSegments(isFolder ? pattern.chopped(1) : pattern);
    if (!segments)
        return segments.error();
    const bool isAnywhere = segments->size() == 1 && segments->first() != kAnyFolders;
    return PathWildcard(*std::move(segments), isAnywhere, isFolder);
}

bool PathWildcard::matches(const QString& path) const
{
    QStringList names = path.split(u'/');
    if (m_isFolder)
        names.removeLast();
    if (m_isAnywhere)
        return std::ranges::any_of(
            names, [this](const QString& name) { return matchesName(m_segments.first(), name); });
    for (; !names.isEmpty(); names.removeLast()) {
        if (matchesSegments(m_segments, names))
            return true;
    }
    return false;
}

} // namespace assay
