// SPDX-License-Identifier: GPL-3.0-or-later
// Notices when another program commits to the same workspace: the command line's import, a second window.
// Lives in the GUI thread beside the reading connection and asks it once a second, which reads no page of the
// file. What this program's own StoreWriter commits is not news. Says that something changed, never what.
#pragma once

#include "app/base/result.h"

#include <QBasicTimer>
#include <QObject>

#include <chrono>
#include <optional>

namespace assay {

class Database;
class StoreWriter;

class WorkspaceWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kInterval{1000};

    /// `reading` is a connection of this thread; it and the writer outlive the watch.
    WorkspaceWatch(const Database& reading, StoreWriter& writer,
                   std::chrono::milliseconds interval = kInterval, QObject* parent = nullptr);

signals:
    /// Somebody else's commit is visible to every connection now.
    void changedElsewhere();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void askWriter();
    void compare(const Result<qint64>& writersVersion);

    const Database& m_reading;
    StoreWriter& m_writer;
    QBasicTimer m_timer;
    qint64 m_seen = 0;                      ///< data version of the reading connection
    std::optional<qint64> m_writersVersion; ///< changes with others' commits only
};

} // namespace assay
