// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON whose keys stay in the order they are added (QJsonObject sorts them), so that the sample's
// lines read like those of a pipeline. Writing only.
#pragma once

#include <QString>

namespace assay::sample {

enum class JsonText { AsLittleAsNeeded, AsciiOnly };

/// `text` in quotes; AsciiOnly escapes everything beyond ASCII, as Python's json.dumps does.
QString jsonString(const QString& text, JsonText escaping = JsonText::AsLittleAsNeeded);

class JsonObject
{
public:
    void addText(QStringView key, const QString& value) { addRaw(key, jsonString(value)); }
    void addNumber(QStringView key, qint64 value) { addRaw(key, QString::number(value)); }
    void addNumber(QStringView key, double value, int decimals)
    {
        addRaw(key, QString::number(value, 'f', decimals));
    }
    /// `json` is written as it is.
    void addRaw(QStringView key, const QString& json);

    QString text() const { return u'{' + m_members + u'}'; }

private:
    QString m_members;
};

} // namespace assay::sample
