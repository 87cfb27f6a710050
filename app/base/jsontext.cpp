// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

QString escaped(QChar character)
{
    switch (character.unicode()) {
    case u'"':
        return QStringLiteral("\\\"");
    case u'\\':
        return QStringLiteral("\\\\");
    case u'\n':
        return QStringLiteral("\\n");
    case u'\r':
        return QStringLiteral("\\r");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        return QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
    }
}

/// Behind the string that begins at `at`.
qsizetype behindString(QStringView text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != u'"'; ++at) {
        if (text[at] == u'\\')
            ++at;
    }
    return qMin(at + 1, text.size());
}

/// Behind the value that begins at `at`: at the comma or bracket that follows it.
qsizetype behindValue(QStringView text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        const QChar sign = text[at];
        if (sign == u'"') {
            at = behindString(text, at);
            continue;
        }
        const bool isClosing = sign == u'}' || sign == u']';
        if (depth == 0 && (isClosing || sign == u','))
            return at;
        depth += sign == u'{' || sign == u'[' ? 1 : 0;
        depth -= isClosing ? 1 : 0;
        ++at;
    }
    return at;
}

} // namespace

QList<JsonMember> jsonMembers(QStringView object)
{
    QList<JsonMember> members;
    qsizetype at = object.indexOf(u'"');
    while (at >= 0 && at < object.size()) {
        const qsizetype keyEnd = behindString(object, at);
        const qsizetype colon = object.indexOf(u':', keyEnd);
        if (colon < 0)
            break;
        const qsizetype end = behindValue(object, colon + 1);
        const QByteArray key = '[' + object.sliced(at, keyEnd - at).toUtf8() + ']';
        members.append({QJsonDocument::fromJson(key).array().first().toString(),
                        object.sliced(colon + 1, end - colon - 1).trimmed()});
        at = object.indexOf(u'"', end);
    }
    return members;
}

QString jsonString(QStringView text)
{
    QString json;
    json.reserve(text.size() + 2);
    appendJsonString(json, text);
    return json;
}

void appendJsonString(QString& json, QStringView text)
{
    const auto isPlain = [](QChar character) {
        return character >= u' ' && character != u'"' && character != u'\\';
    };
    json += u'"';
    while (!text.isEmpty()) {
        const auto plainEnd = std::find_if_not(text.begin(), text.end(), isPlain);
        json += text.first(plainEnd - text.begin());
        if (plainEnd == text.end())
            break;
        json += escaped(*plainEnd);
        text = text.sliced(plainEnd - text.begin() + 1);
    }
    json += u'"';
}

QString jsonNumber(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("null");
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

void JsonObjectText::addRaw(QLatin1String key, QStringView json)
{
    if (!m_members.isEmpty())
        m_members += u',';
    m_members += u'"' + key + u"\":" + json;
}

void JsonObjectText::addMembers(QStringView object)
{
    const QStringView trimmed = object.trimmed();
    if (trimmed.size() <= 2)
        return;
    if (!m_members.isEmpty())
        m_members += u',';
    m_members += trimmed.mid(1, trimmed.size() - 2);
}

} // namespace assay
