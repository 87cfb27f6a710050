// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/validfrom.h"

#include "app/store/workspacesettings.h"

#include <QDateTime>

namespace assay {

bool isDayOrInstant(const QString& text)
{
    return parseRfc3339(text) || QDate::fromString(text, QStringLiteral("yyyy-MM-dd")).isValid();
}

Result<UtcTime> validFrom(const Database& database, const QString& text)
{
    if (const auto instant = parseRfc3339(text))
        return *instant;
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    const QDateTime start = QDate::fromString(text, QStringLiteral("yyyy-MM-dd")).startOfDay(*zone);
    return fromEpochMs(start.toMSecsSinceEpoch());
}

} // namespace assay
