// SPDX-License-Identifier: GPL-3.0-or-later
// AlertNotices: says on the desktop that an alert has started to fire, once for each alert and the week since
// which it fires. What fired when the workspace was looked at for the first time is no news; what started
// since the last look, also while the program was not running, is. Switched by its action; what starts while
// it is off is not told later. GUI thread. Without a tray nothing is said, and nothing breaks.
#pragma once

#include "ui/weekly/weeklyloader.h"

#include <QObject>

class QAction;
class QSettings;
class QSystemTrayIcon;

namespace assay {

class AlertNotices : public QObject
{
    Q_OBJECT

public:
    /// The settings outlive it. The path names the workspace in them.
    AlertNotices(const QString& workspacePath, QSettings* settings, QObject* parent = nullptr);
    ~AlertNotices() override;

    QAction* action() const { return m_action; } ///< on or off, remembered
    void look(const std::vector<AlertNews>& firing);

signals:
    void noticed(const QString& title, const QString& text);
    void opened(); ///< somebody clicked on it

private:
    void say(const QString& title, const QString& text);

    QString m_key;
    QSettings* m_settings;
    QAction* m_action;
    std::unique_ptr<QSystemTrayIcon> m_tray; ///< there once something was said
};

} // namespace assay
