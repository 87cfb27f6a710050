// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as generators write it: NUL padding, bare NaN and Infinity, whole numbers beyond 64 bits signed. Free
// functions without state, for any thread.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace assay {

/// Nothing unless the text is one JSON object. NaN and Infinity become null; whole numbers of more than 15
/// digits become strings of exactly these digits, because a double would change them.
std::optional<QJsonObject> parseJsonObject(QStringView text);

/// A number or a text as text, exactly; nothing for null, objects, arrays and booleans.
std::optional<QString> scalarText(const QJsonValue& value);

/// A number, or a text that is one.
std::optional<double> scalarNumber(const QJsonValue& value);

} // namespace assay
