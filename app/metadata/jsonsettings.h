// SPDX-License-Identifier: GPL-3.0-or-later
// For generators that write their settings as one flat JSON object: a table says which of their keys is which
// of ours, everything else is kept under "other". Pure functions, for any thread.
#pragma once

#include "app/metadata/container.h"

#include <QJsonObject>

#include <span>

namespace assay {

enum class SettingKind {
    Seed,
    Number,
    Text,
    Width,
    Height,
    Size,    ///< one text with both sides
    Skipped, ///< not a setting, or read elsewhere: the prompt, the model
};

struct SettingRule
{
    QLatin1StringView source;
    SettingKind kind = SettingKind::Skipped;
    QLatin1StringView key = {}; ///< ours, for Number and Text
};

class SettingsBuilder;

/// Puts each member where its rule says.
void addSettings(const QJsonObject& object, std::span<const SettingRule> rules, SettingsBuilder& builder);

/// The value of a key if it is a text; nothing else is taken for one.
std::optional<QString> textMember(const QJsonObject& object, QLatin1StringView key);

/// The JSON objects that stand where generators put their one text: PNG `parameters`, EXIF UserComment, the
/// JPEG comment.
QList<QJsonObject> parameterObjects(const Container& container);

} // namespace assay
