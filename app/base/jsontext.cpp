// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jsontext.h"

#include <QLocale>

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
    json += u'"';
    for (const QChar character : text) {
        if (character < u' ' || character == u'"' || character == u'\\')
            json += escaped(character);
        else
            json += character;
    }
    json += u'"';
    return json;
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
