// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace of its own for each test, in a folder that goes with it. The time zone is UTC unless said.
// Fails the program when it can't be made: no test can mean anything then.
#pragma once

#include "app/base/isoweek.h"
#include "app/store/workspace.h"

#include <QTemporaryDir>

namespace assay {

class TemporaryWorkspace
{
public:
    explicit TemporaryWorkspace(const QTimeZone& zone = QTimeZone::utc())
        : m_calendar(zone)
    {
        auto opened = openWorkspace(path(), zone);
        if (!opened)
            qFatal("no workspace: %s", qPrintable(opened.error().detail));
        m_database = std::move(opened->database);
    }

    /// Read-write, of the test's thread.
    const Database& database() const { return *m_database; }
    const WeekCalendar& calendar() const { return m_calendar; }
    QString path() const { return m_folder.filePath(QStringLiteral("test.assay")); }
    /// The folder, for images and logs of the test.
    const QTemporaryDir& folder() const { return m_folder; }

    std::unique_ptr<Database> openReader() const
    {
        auto reader = Database::open(path(), Database::Mode::ReadOnly);
        if (!reader)
            qFatal("no reader: %s", qPrintable(reader.error().detail));
        return *std::move(reader);
    }

    /// Closes the test's own connection, for tests that open the file in their own way.
    void close() { m_database.reset(); }

private:
    QTemporaryDir m_folder;
    WeekCalendar m_calendar;
    std::unique_ptr<Database> m_database;
};

} // namespace assay
