// SPDX-License-Identifier: GPL-3.0-or-later
// The text format of Automatic1111 and its many relatives ("infotext"), as its own reader takes it apart:
// prompt lines, "Negative prompt:", one last line of settings. Pure; knows nothing of containers. Linear in
// the length of the text, so that hostile files cost no more than honest ones.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace assay {

struct A1111Setting
{
    QString key;
    QString value; ///< quotes removed; JSON values as they stand
};

struct A1111Text
{
    QString prompt;
    std::optional<QString> negative; ///< nullopt: the text has no such line
    QString promptTemplate;          ///< "Template:" lines, before wildcards were replaced
    QString negativeTemplate;
    QList<A1111Setting> settings;

    /// The value of the first setting with this key, or nothing.
    std::optional<QString> setting(QStringView key) const;
};

/// Nothing if the text has no settings line (at least three settings, as the official reader demands).
std::optional<A1111Text> parseA1111(const QString& text);

} // namespace assay
