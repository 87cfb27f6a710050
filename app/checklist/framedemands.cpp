// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/framedemands.h"

#include <QRegularExpression>

#include <cmath>

namespace assay {

namespace {

/// Generators round the sides to multiples of 16 to 64 pixels: what they sell as 16:9 is up to 1408 × 768.
/// The nearest ratios that are told apart, 3:4 and 4:5, differ by twice as much.
constexpr double kAspectTolerance = 1.0 / 30;
constexpr double kWidestAspect = 20;
constexpr int kSmallestSide = 64;
constexpr int kLargestSide = 32'768;

const auto kOptions =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

struct Found
{
    QString first;
    QString second;
    PromptSpan span;
};

std::optional<Found> found(const QRegularExpressionMatch& match)
{
    if (!match.hasMatch())
        return std::nullopt;
    return Found{match.captured(QStringLiteral("a")),
                 match.captured(QStringLiteral("b")),
                 {int(match.capturedStart()), int(match.capturedLength())}};
}

std::optional<double> aspectOf(const QString& width, const QString& height)
{
    const double ratio = height.toDouble() > 0 ? width.toDouble() / height.toDouble() : 0;
    return ratio >= 1 / kWidestAspect && ratio <= kWidestAspect ? std::optional(ratio) : std::nullopt;
}

std::optional<QSize> sizeOf(const QString& width, const QString& height)
{
    const QSize size(width.toInt(), height.toInt());
    const auto isSide = [](int side) { return side >= kSmallestSide && side <= kLargestSide; };
    return isSide(size.width()) && isSide(size.height()) ? std::optional(size) : std::nullopt;
}

/// The last flag counts, as it does for the programs that read it.
std::optional<Found> aspectFlag(const QString& prompt)
{
    static const QRegularExpression kFlag(
        QStringLiteral("(?:--|[\\x{2013}\\x{2014}])(?:ar|aspect)[\\s=]{1,3}"
                       "(?<a>\\d{1,4}(?:\\.\\d{1,4})?)\\s?[:x/]\\s?(?<b>\\d{1,4}(?:\\.\\d{1,4})?)"),
        kOptions);
    std::optional<Found> last;
    for (auto matches = kFlag.globalMatch(prompt); matches.hasNext();)
        last = found(matches.next());
    return last;
}

std::optional<Found> aspectInWords(const QString& prompt)
{
    static const QRegularExpression kNamed(
        QStringLiteral("\\baspect(?:[\\s_-]?ratio)?[\"']?\\s{0,2}(?::|=|of|is)?\\s{0,2}[\"']?"
                       "(?<a>\\d{1,2}(?:\\.\\d{1,3})?)\\s?[:/]\\s?(?<b>\\d{1,2}(?:\\.\\d{1,3})?)(?![\\d:])"),
        kOptions);
    static const QRegularExpression kBefore(
        QStringLiteral("(?<![\\d:.])(?<a>\\d{1,2}(?:\\.\\d{1,3})?):(?<b>\\d{1,2}(?:\\.\\d{1,3})?)\\s{0,2}-?"
                       "(?:aspect(?:[\\s-]?ratio)?|ratio|format|widescreen|landscape|portrait|vertical|"
                       "horizontal)\\b"),
        kOptions);
    static const QRegularExpression kTag(
        QStringLiteral("(?:^|,)\\s{0,2}(?<a>\\d{1,2}):(?<b>\\d{1,2})\\s{0,2}(?=,|$)"), kOptions);
    for (const QRegularExpression* words : {&kNamed, &kBefore, &kTag}) {
        if (const auto match = found(words->match(prompt)))
            return match;
    }
    return std::nullopt;
}

/// A size in quotes is a text to be shown, unless it is the value of a key.
bool isQuoted(const QString& prompt, const PromptSpan& span)
{
    static const QString kQuotes = QStringLiteral("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb");
    const int end = span.start + span.length;
    if (span.start == 0 || end >= prompt.size() || !kQuotes.contains(prompt.at(span.start - 1)) ||
        !kQuotes.contains(prompt.at(end)))
        return false;
    return !QStringView(prompt).left(span.start - 1).trimmed().endsWith(u':');
}

std::optional<Found> sizeIn(const QString& prompt)
{
    static const QRegularExpression kFlags(
        QStringLiteral(
            "(?:--w|--width|\\bwidth)[\"']?\\s{0,2}[:=]?\\s{0,2}[\"']?(?<a>\\d{2,5})(?:\\s?px)?[\"']?"
            "[\\s,;]{0,4}(?:and\\s)?[\"']?(?:--h|--height|\\bheight)[\"']?\\s{0,2}[:=]?\\s{0,2}[\"']?"
            "(?<b>\\d{2,5})(?!\\d)"),
        kOptions);
    static const QRegularExpression kTimes(
        QStringLiteral("(?<![\\w.:])(?<a>\\d{3,5})\\s?(?:px\\s?)?[x\\x{00d7}]\\s?(?<b>\\d{3,5})(?!\\d)"
                       "(?:\\s?(?:px|pixels?)\\b)?"),
        kOptions);
    if (const auto flags = found(kFlags.match(prompt)))
        return flags;
    const auto times = found(kTimes.match(prompt));
    return times && !isQuoted(prompt, times->span) ? times : std::nullopt;
}

/// A span never begins or ends with white space or a comma.
PromptSpan tidied(const QString& prompt, PromptSpan span)
{
    const auto isEdge = [&](int at) { return prompt.at(at).isSpace() || prompt.at(at) == u','; };
    while (span.length > 0 && isEdge(span.start)) {
        ++span.start;
        --span.length;
    }
    while (span.length > 0 && isEdge(span.start + span.length - 1))
        --span.length;
    return span;
}

} // namespace

QList<FrameDemand> frameDemands(const QString& prompt)
{
    QList<FrameDemand> demands;
    std::optional<Found> aspect = aspectFlag(prompt);
    if (!aspect)
        aspect = aspectInWords(prompt);
    if (aspect && aspectOf(aspect->first, aspect->second))
        demands.append({QStringLiteral("aspect %1:%2?").arg(aspect->first, aspect->second),
                        tidied(prompt, aspect->span)});
    const std::optional<Found> size = sizeIn(prompt);
    if (size && sizeOf(size->first, size->second))
        demands.append({QStringLiteral("%1 \u00d7 %2 pixels?").arg(size->first, size->second),
                        tidied(prompt, size->span)});
    return demands;
}

std::optional<Answer> frameAnswer(const Constraint& constraint, const QSize& size)
{
    static const QRegularExpression kAspect(
        QStringLiteral("^\\s*(?:aspect(?:\\s+ratio)?\\s*)?(?<a>\\d{1,4}(?:\\.\\d+)?)\\s*:\\s*"
                       "(?<b>\\d{1,4}(?:\\.\\d+)?)\\s*(?:aspect(?:\\s+ratio)?)?\\s*\\??\\s*$"),
        kOptions);
    static const QRegularExpression kSize(
        QStringLiteral("^\\s*(?:size\\s*)?(?<a>\\d{2,5})\\s*[x\\x{00d7}]\\s*(?<b>\\d{2,5})\\s*(?:px|pixels?)?"
                       "\\s*\\??\\s*$"),
        kOptions);
    const bool canBeAboutTheFrame =
        constraint.kind == ConstraintKind::Attribute || constraint.kind == ConstraintKind::Other;
    if (size.isEmpty() || !canBeAboutTheFrame)
        return std::nullopt;
    if (const auto aspect = found(kAspect.match(constraint.statement))) {
        const std::optional<double> asked = aspectOf(aspect->first, aspect->second);
        if (!asked)
            return std::nullopt;
        const double given = double(size.width()) / size.height();
        return std::abs(given / *asked - 1) <= kAspectTolerance ? Answer::Met : Answer::Missed;
    }
    if (const auto pixels = found(kSize.match(constraint.statement)))
        return QSize(pixels->first.toInt(), pixels->second.toInt()) == size ? Answer::Met : Answer::Missed;
    return std::nullopt;
}

} // namespace assay
