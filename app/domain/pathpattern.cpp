// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/pathpattern.h"

#include "app/domain/wildcard.h"

#include <QSet>

#include <array>

namespace assay {

namespace {

using Kind = PathPattern::Kind;
using Token = PathPattern::Token;
using Segment = PathPattern::Segment;

constexpr int kMaxCycle = 9999;

struct Placeholder
{
    QLatin1String name;
    Kind kind;
};

constexpr std::array kPlaceholders{
    Placeholder{QLatin1String("client"), Kind::Client}, Placeholder{QLatin1String("asset"), Kind::Asset},
    Placeholder{QLatin1String("batch"), Kind::Batch}, Placeholder{QLatin1String("cycle"), Kind::Cycle}};

bool isPlaceholder(Kind kind)
{
    return kind == Kind::Client || kind == Kind::Asset || kind == Kind::Batch || kind == Kind::Cycle;
}

/// Takes any text, so that where it ends depends on what follows.
bool isOpen(Kind kind)
{
    return kind == Kind::AnyMany || (isPlaceholder(kind) && kind != Kind::Cycle);
}

std::optional<Kind> placeholderNamed(QStringView name)
{
    for (const Placeholder& placeholder : kPlaceholders) {
        if (name == placeholder.name)
            return placeholder.kind;
    }
    return std::nullopt;
}

/// The next token and what is left of the text; the reason when there is none.
Result<Token> takeToken(QStringView& rest)
{
    const QChar first = rest.front();
    if (first == u'*' || first == u'?') {
        do {
            rest = rest.mid(1);
        } while (first == u'*' && rest.startsWith(u'*'));
        return Token{first == u'*' ? Kind::AnyMany : Kind::AnyOne};
    }
    if (first == u'}')
        return Error{ErrorKind::Invalid, {}, QStringLiteral("a \"}\" without its \"{\"")};
    if (first == u'{') {
        const qsizetype end = rest.indexOf(u'}');
        if (end < 0)
            return Error{ErrorKind::Invalid, {}, QStringLiteral("a \"{\" without its \"}\"")};
        const QStringView name = rest.mid(1, end - 1);
        const auto kind = placeholderNamed(name);
        if (!kind)
            return Error{ErrorKind::Invalid,
                         {},
                         QStringLiteral("{%1} is none of {client}, {asset}, {batch}, {cycle}").arg(name)};
        rest = rest.mid(end + 1);
        return Token{*kind};
    }
    QString text;
    while (!rest.isEmpty() && !QStringLiteral("*?{}").contains(rest.front())) {
        text += rest.front();
        rest = rest.mid(1);
    }
    return Token{Kind::Literal, text};
}

Result<Segment> parseSegment(QStringView text)
{
    Segment segment;
    while (!text.isEmpty()) {
        const auto token = takeToken(text);
        if (!token)
            return token.error();
        const bool touches = !segment.isEmpty() && isOpen(segment.last().kind) && isOpen(token->kind);
        if (touches)
            return Error{
                ErrorKind::Invalid,
                {},
                QStringLiteral("placeholders and \"*\" that touch each other: put something between them")};
        segment.append(*token);
    }
    return segment;
}

/// One name against its pattern, with the parts that the placeholders took. A place that did not fit once is
/// not tried again, so the time is bounded.
class NameMatch
{
public:
    NameMatch(const Segment& pattern, QStringView name, PathFacts& facts)
        : m_pattern(pattern)
        , m_name(name)
        , m_facts(facts)
    {
    }

    bool run() { return fits(0, 0); }

private:
    bool fits(qsizetype token, qsizetype position)
    {
        if (token == m_pattern.size())
            return position == m_name.size();
        const qsizetype place = token * (m_name.size() + 1) + position;
        if (m_failed.contains(place))
            return false;
        if (takes(token, position))
            return true;
        m_failed.insert(place);
        return false;
    }

    bool takes(qsizetype token, qsizetype position)
    {
        const Token& pattern = m_pattern[token];
        const QStringView rest = m_name.mid(position);
        if (pattern.kind == Kind::Literal)
            return rest.startsWith(pattern.text) && fits(token + 1, position + pattern.text.size());
        if (pattern.kind == Kind::AnyOne)
            return !rest.isEmpty() && fits(token + 1, position + 1);
        if (pattern.kind == Kind::Cycle)
            return takesCycle(token, position);
        for (qsizetype length = pattern.kind == Kind::AnyMany ? 0 : 1; length <= rest.size(); ++length) {
            if (fits(token + 1, position + length)) {
                note(pattern.kind, rest.left(length));
                return true;
            }
        }
        return false;
    }

    /// All the digits that stand there.
    bool takesCycle(qsizetype token, qsizetype position)
    {
        qsizetype end = position;
        while (end < m_name.size() && m_name[end] >= u'0' && m_name[end] <= u'9')
            ++end;
        bool isNumber = false;
        const int cycle = m_name.mid(position, end - position).toInt(&isNumber);
        if (!isNumber || cycle < 1 || cycle > kMaxCycle || !fits(token + 1, end))
            return false;
        m_facts.cycle = cycle;
        return true;
    }

    void note(Kind kind, QStringView text)
    {
        const QString value = text.trimmed().toString();
        if (kind == Kind::Client)
            m_facts.client = value;
        else if (kind == Kind::Asset)
            m_facts.asset = value;
        else if (kind == Kind::Batch)
            m_facts.batch = value;
    }

    const Segment& m_pattern;
    QStringView m_name;
    PathFacts& m_facts;
    QSet<qsizetype> m_failed;
};

/// The names of a path against the pattern's segments, `**` taking as few folders as fit.
class PathMatch
{
public:
    PathMatch(const QList<Segment>& pattern, const QStringList& names, PathFacts& facts)
        : m_pattern(pattern)
        , m_names(names)
        , m_facts(facts)
    {
    }

    bool run() { return fits(0, 0); }

private:
    bool fits(qsizetype segment, qsizetype name)
    {
        if (segment == m_pattern.size())
            return name == m_names.size();
        const qsizetype place = segment * (m_names.size() + 1) + name;
        if (m_failed.contains(place))
            return false;
        if (takes(segment, name))
            return true;
        m_failed.insert(place);
        return false;
    }

    bool takes(qsizetype segment, qsizetype name)
    {
        const Segment& pattern = m_pattern[segment];
        const bool isLast = segment + 1 == m_pattern.size();
        if (!pattern.isEmpty())
            return name < m_names.size() && fits(segment + 1, name + 1) && takesName(pattern, name);
        if (isLast)
            return name < m_names.size();
        for (qsizetype next = name; next < m_names.size(); ++next) {
            if (fits(segment + 1, next))
                return true;
        }
        return false;
    }

    bool takesName(const Segment& pattern, qsizetype name)
    {
        QStringView text = m_names[name];
        const bool isFile = name + 1 == m_names.size();
        if (isFile && isPlaceholder(pattern.last().kind)) {
            const qsizetype dot = text.lastIndexOf(u'.');
            if (dot > 0)
                text = text.left(dot);
        }
        return NameMatch(pattern, text, m_facts).run();
    }

    const QList<Segment>& m_pattern;
    const QStringList& m_names;
    PathFacts& m_facts;
    QSet<qsizetype> m_failed;
};

} // namespace

PathPattern::PathPattern(QList<Segment> segments)
    : m_segments(std::move(segments))
{
}

Result<PathPattern> PathPattern::parse(const QString& pattern)
{
    const auto names = patternSegments(pattern);
    if (!names)
        return names.error();
    QList<Segment> segments;
    QSet<int> seen;
    for (const QString& name : *names) {
        if (name == QLatin1String("**")) {
            segments.append(Segment());
            continue;
        }
        const auto segment = parseSegment(name);
        if (!segment)
            return Error{ErrorKind::Invalid, pattern, segment.error().detail};
        for (const Token& token : *segment) {
            if (isPlaceholder(token.kind) && seen.contains(int(token.kind)))
                return Error{ErrorKind::Invalid, pattern, QStringLiteral("a placeholder stands there twice")};
            seen.insert(int(token.kind));
        }
        segments.append(*segment);
    }
    return PathPattern(std::move(segments));
}

std::optional<PathFacts> PathPattern::read(const QString& path) const
{
    PathFacts facts;
    const QStringList names = path.split(u'/');
    if (!PathMatch(m_segments, names, facts).run())
        return std::nullopt;
    return facts;
}

} // namespace assay
