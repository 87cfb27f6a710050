// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/a1111text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace assay {

std::optional<QString> A1111Text::setting(QStringView key) const
{
    const auto found = std::find_if(settings.cbegin(), settings.cend(),
                                    [key](const A1111Setting& setting) { return setting.key == key; });
    if (found == settings.cend())
        return std::nullopt;
    return found->value;
}

namespace {

constexpr QLatin1StringView kNegative("Negative prompt:");
constexpr QLatin1StringView kTemplate("Template:");
constexpr QLatin1StringView kNegativeTemplate("Negative Template:");

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Takes a settings line apart: `key: value, key: "quoted, value", key: [json, value]`.
class SettingsScanner
{
public:
    explicit SettingsScanner(QStringView line)
        : m_line(line)
    {
    }

    QList<A1111Setting> run()
    {
        QList<A1111Setting> settings;
        while (m_position < m_line.size()) {
            const std::optional<QString> key = takeKey();
            if (key)
                settings.append({*key, takeValue()});
            passComma();
        }
        return settings;
    }

    /// A word, then words, spaces, '-' and '/', then ':'. Otherwise nothing, and the scanner stands where it
    /// failed.
    std::optional<QString> takeKey()
    {
        while (m_position < m_line.size() && !isWord(m_line[m_position]) && m_line[m_position] != u',')
            ++m_position;
        const qsizetype start = m_position;
        while (m_position < m_line.size() && isKeyPart(m_line[m_position]))
            ++m_position;
        if (m_position - start < 2 || m_position >= m_line.size() || m_line[m_position] != u':')
            return std::nullopt;
        return m_line.sliced(start, m_position++ - start).toString();
    }

private:
    static bool isKeyPart(QChar c) { return isWord(c) || c == u' ' || c == u'-' || c == u'/'; }

    QString takeValue()
    {
        while (m_position < m_line.size() && m_line[m_position].isSpace())
            ++m_position;
        if (m_position >= m_line.size())
            return {};
        if (m_line[m_position] == u'"') {
            if (const std::optional<QString> quoted = takeQuoted())
                return *quoted;
        }
        if (m_line[m_position] == u'[' || m_line[m_position] == u'{') {
            if (const std::optional<QString> json = takeBalanced())
                return *json;
        }
        const qsizetype start = m_position;
        const qsizetype comma = m_line.indexOf(u',', start);
        m_position = comma < 0 ? m_line.size() : comma;
        return m_line.sliced(start, m_position - start).trimmed().toString();
    }

    /// A JSON string that is followed by a comma or the end.
    std::optional<QString> takeQuoted()
    {
        qsizetype end = m_position + 1;
        while (end < m_line.size() && m_line[end] != u'"')
            end += m_line[end] == u'\\' ? 2 : 1;
        if (end >= m_line.size() || (end + 1 < m_line.size() && m_line[end + 1] != u','))
            return std::nullopt;
        const QStringView quoted = m_line.sliced(m_position, end + 1 - m_position);
        m_position = end + 1;
        const QJsonDocument document = QJsonDocument::fromJson(u"[%1]"_s.arg(quoted).toUtf8());
        return document.isArray() ? document.array().at(0).toString()
                                  : quoted.sliced(1).chopped(1).toString();
    }

    /// JSON whose commas are not ours: everything up to the closing bracket.
    std::optional<QString> takeBalanced()
    {
        if (m_hasOpenEnd)
            return std::nullopt;
        int depth = 0;
        bool inString = false;
        for (qsizetype at = m_position; at < m_line.size(); ++at) {
            const QChar c = m_line[at];
            if (inString && c == u'\\')
                ++at;
            else if (c == u'"')
                inString = !inString;
            else if (!inString && (c == u'[' || c == u'{'))
                ++depth;
            else if (!inString && (c == u']' || c == u'}') && --depth == 0) {
                const QStringView json = m_line.sliced(m_position, at + 1 - m_position);
                m_position = at + 1;
                return json.toString();
            }
        }
        m_hasOpenEnd = true; // a later bracket has no end either: don't look again
        return std::nullopt;
    }

    void passComma()
    {
        const qsizetype comma = m_line.indexOf(u',', m_position);
        m_position = comma < 0 ? m_line.size() : comma + 1;
    }

    QStringView m_line;
    qsizetype m_position = 0;
    bool m_hasOpenEnd = false;
};

QList<A1111Setting> settingsOf(QStringView line)
{
    constexpr qsizetype kEnough = 3;
    QList<A1111Setting> settings = SettingsScanner(line).run();
    if (settings.size() < kEnough)
        settings.clear();
    return settings;
}

bool startsWithSetting(QStringView line)
{
    const std::optional<QString> key = SettingsScanner(line.trimmed()).takeKey();
    return key && line.trimmed().startsWith(*key) && *key != "Negative prompt"_L1;
}

/// Some sites join all lines into one: "…, a cat. Negative prompt: blurry. Steps: 20, …". Cuts such a line
/// again.
QString withLinesRestored(const QString& text)
{
    static const QRegularExpression steps(u"[.,]\\s+(?=Steps: \\d)"_s);
    static const QRegularExpression negative(u"[.,]\\s+(?=Negative prompt:)"_s);
    const qsizetype lineStart = text.lastIndexOf(u'\n') + 1;
    const QString line = text.sliced(lineStart);
    const QRegularExpressionMatch settings = steps.match(line);
    if (!settings.hasMatch() || startsWithSetting(line))
        return text;
    QString body = text.first(lineStart) + line.first(settings.capturedStart() + 1);
    const QRegularExpressionMatch found = negative.match(body);
    if (found.hasMatch())
        body.replace(found.capturedStart() + 1, found.capturedLength() - 1, u"\n"_s);
    return body + u'\n' + line.sliced(settings.capturedEnd());
}

/// Templates may stand after the settings line: moved in front of it, where the rest of the reader expects
/// them.
QStringList withSettingsLast(QStringList lines)
{
    const auto startsTemplate = [](const QString& line) {
        return line.startsWith(kTemplate) || line.startsWith(kNegativeTemplate);
    };
    if (lines.size() < 2 || !settingsOf(lines.last()).isEmpty())
        return lines;
    const auto first = std::find_if(lines.begin(), lines.end(), startsTemplate);
    if (first == lines.end() || first == lines.begin() || settingsOf(*(first - 1)).isEmpty())
        return lines;
    lines.append(lines.takeAt(first - lines.begin() - 1));
    return lines;
}

void appendLine(QString& text, QStringView line)
{
    if (!text.isEmpty())
        text += u'\n';
    text += line;
}

/// Sorts the lines before the settings by the marker they come after.
void readBody(const QStringList& lines, A1111Text& result)
{
    QString negative;
    QString* target = &result.prompt;
    for (const QString& line : lines) {
        QStringView rest = line;
        if (line.startsWith(kNegative)) {
            result.negative = QString();
            target = &negative;
            rest = rest.sliced(kNegative.size()).trimmed();
        } else if (line.startsWith(kNegativeTemplate)) {
            target = &result.negativeTemplate;
            rest = rest.sliced(kNegativeTemplate.size()).trimmed();
        } else if (line.startsWith(kTemplate)) {
            target = &result.promptTemplate;
            rest = rest.sliced(kTemplate.size()).trimmed();
        }
        appendLine(*target, rest);
    }
    result.prompt = result.prompt.trimmed();
    if (result.negative)
        result.negative = negative.trimmed();
}

} // namespace

std::optional<A1111Text> parseA1111(const QString& text)
{
    QString clean = text;
    clean.remove(u'\r');
    QStringList lines = withSettingsLast(withLinesRestored(clean.trimmed()).split(u'\n'));
    A1111Text result;
    result.settings = settingsOf(lines.last());
    if (result.settings.isEmpty())
        return std::nullopt;
    lines.removeLast();
    readBody(lines, result);
    return result;
}

} // namespace assay
