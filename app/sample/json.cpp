// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/json.h"

namespace assay::sample {

namespace {

QString escaped(QChar c, JsonText escaping)
{
    switch (c.unicode()) {
    case u'"':
        return QStringLiteral("\\\"");
    case u'\\':
        return QStringLiteral("\\\\");
    case u'\n':
        return QStringLiteral("\\n");
    default:
        break;
    }
    if (c.unicode() >= 0x20 && (escaping == JsonText::AsLittleAsNeeded || c.unicode() < 0x7F))
        return c;
    return QStringLiteral("\\u") + QString::number(c.unicode(), 16).rightJustified(4, u'0');
}

} // namespace

QString jsonString(const QString& text, JsonText escaping)
{
    QString result = QStringLiteral("\"");
    for (const QChar c : text)
        result += escaped(c, escaping);
    return result + u'"';
}

void JsonObject::addRaw(QStringView key, const QString& json)
{
    if (!m_members.isEmpty())
        m_members += u',';
    m_members += jsonString(key.toString()) + u':' + json;
}

} // namespace assay::sample
