// SPDX-License-Identifier: GPL-3.0-or-later
// ZoneDialog: chooses the time zone the weeks begin and end in, by name. GUI thread; never modal.
#pragma once

#include <QDialog>
#include <QTimeZone>

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;

namespace assay {

class ZoneDialog : public QDialog
{
    Q_OBJECT

public:
    ZoneDialog(const QTimeZone& zone, QWidget* parent);

signals:
    void zoneChosen(const QTimeZone& zone);

private:
    void select(const QString& id);
    void choose();

    QLineEdit* m_filter;
    QListView* m_list;
    QPushButton* m_use;
    QSortFilterProxyModel* m_shown;
};

} // namespace assay
