// SPDX-License-Identifier: GPL-3.0-or-later
// ChangeDelegate: paints a change in the list: its title, what it is of, when, and what came of it. GUI
// thread. It only paints.
#pragma once

#include <QStyledItemDelegate>

namespace assay {

class ChangeListModel;

class ChangeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ChangeDelegate(const ChangeListModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ChangeListModel& m_model;
};

} // namespace assay
