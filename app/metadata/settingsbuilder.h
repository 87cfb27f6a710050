// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the normalised settings object that every reader hands out. Keys: seed (text of an unsigned 64-bit
// number: a JSON number would lose digits), steps, cfg, clipSkip, denoise (numbers), sampler, scheduler,
// modelHash, vae (texts), size ("WIDTHxHEIGHT"), loras ([{name, weight, hash}]), other (the rest as the file
// names it). A key that the file doesn't give, or gives as something impossible, is left out; the impossible
// value stays under other.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace assay {

class SettingsBuilder
{
public:
    void setSeed(const QString& sourceKey, const QJsonValue& value);
    void setNumber(QLatin1StringView key, const QString& sourceKey, const QJsonValue& value);
    void setText(QLatin1StringView key, const QJsonValue& value);
    void setSize(const QJsonValue& width, const QJsonValue& height);
    /// "512x768"; kept under other when it is something else.
    void setSizeText(const QString& sourceKey, const QString& text);
    /// A LoRA that is named again adds what was not yet known of it.
    void addLora(const QString& name, const QJsonValue& weight, const QString& hash = {});
    void setOther(const QString& sourceKey, const QJsonValue& value);

    QJsonObject build() const;

private:
    QJsonObject m_settings;
    QJsonArray m_loras;
    QJsonObject m_other;
};

} // namespace assay
