// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jsontext.h"

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

} // namespace

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
