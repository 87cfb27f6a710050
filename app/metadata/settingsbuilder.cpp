// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/settingsbuilder.h"

#include "app/metadata/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace assay {

void SettingsBuilder::setSeed(const QString& sourceKey, const QJsonValue& value)
{
    const std::optional<QString> text = scalarText(value);
    bool isSeed = false;
    const quint64 seed = text ? text->trimmed().toULongLong(&isSeed) : 0;
    if (isSeed)
        m_settings.insert("seed"_L1, QString::number(seed));
    else
        setOther(sourceKey, value); // -1 means "random": the seed that was used is not known
}

void SettingsBuilder::setNumber(QLatin1StringView key, const QString& sourceKey, const QJsonValue& value)
{
    if (const std::optional<double> number = scalarNumber(value))
        m_settings.insert(key, *number);
    else
        setOther(sourceKey, value);
}

void SettingsBuilder::setText(QLatin1StringView key, const QJsonValue& value)
{
    const std::optional<QString> text = scalarText(value);
    if (text && !text->isEmpty())
        m_settings.insert(key, *text);
}

void SettingsBuilder::setSize(const QJsonValue& width, const QJsonValue& height)
{
    const double w = scalarNumber(width).value_or(0);
    const double h = scalarNumber(height).value_or(0);
    if (w >= 1 && h >= 1 && w < 1e6 && h < 1e6)
        m_settings.insert("size"_L1, u"%1x%2"_s.arg(int(w)).arg(int(h)));
}

void SettingsBuilder::setSizeText(const QString& sourceKey, const QString& text)
{
    static const QRegularExpression pattern(u"^\\s*(\\d{1,6})\\s*[xX\u00d7]\\s*(\\d{1,6})\\s*$"_s);
    const QRegularExpressionMatch match = pattern.match(text.left(40));
    if (match.hasMatch() && text.size() <= 40)
        setSize(match.captured(1), match.captured(2));
    else
        setOther(sourceKey, text);
}

void SettingsBuilder::addLora(const QString& name, const QJsonValue& weight, const QString& hash)
{
    constexpr qsizetype kMaxLoras = 200;
    if (name.isEmpty() || m_loras.size() >= kMaxLoras)
        return;
    qsizetype index = 0;
    while (index < m_loras.size() && m_loras[index].toObject().value("name"_L1).toString() != name)
        ++index;
    QJsonObject lora = index < m_loras.size() ? m_loras[index].toObject() : QJsonObject{{u"name"_s, name}};
    if (const std::optional<double> number = scalarNumber(weight))
        lora.insert("weight"_L1, *number);
    if (!hash.isEmpty())
        lora.insert("hash"_L1, hash);
    if (index < m_loras.size())
        m_loras[index] = lora;
    else
        m_loras.append(lora);
}

void SettingsBuilder::setOther(const QString& sourceKey, const QJsonValue& value)
{
    if (!value.isUndefined() && !value.isNull())
        m_other.insert(sourceKey, value);
}

QJsonObject SettingsBuilder::build() const
{
    QJsonObject settings = m_settings;
    if (!m_loras.isEmpty())
        settings.insert("loras"_L1, m_loras);
    if (!m_other.isEmpty())
        settings.insert("other"_L1, m_other);
    return settings;
}

} // namespace assay
