// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that belong to the workspace and not to the viewer: the time zone of its weeks, its owner's
// choices. Reading works on any connection; writing is for the store thread.
#pragma once

#include "app/base/result.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace assay {

class Database;

class WorkspaceSettings
{
public:
    explicit WorkspaceSettings(const Database& database);

    Result<QTimeZone> timeZone() const;
    /// Nothing when it was never set.
    Result<std::optional<QString>> value(const QString& name) const;
    Result<void> setValue(const QString& name, const QString& value) const;

    /// How many constraints a drafted checklist has at most; nothing when it was never set.
    Result<std::optional<int>> mostOffered() const;
    Result<void> setMostOffered(int most) const;

private:
    const Database& m_database;
};

/// Changes the zone and re-derives every stored week in one transaction of its own. All roll-ups become
/// stale.
Result<void> setTimeZone(const Database& database, const QTimeZone& zone);

/// For openWorkspace: the zone of a workspace that has none yet.
Result<void> setFirstTimeZone(const Database& database, const QTimeZone& zone);

} // namespace assay
